import { planSlots } from '@keyholder/domain/site/slot-plan';
import type { FieldError } from '@keyholder/domain/shared/result';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowDownUp } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { changeSlots, contactKeys, contactsQuery, type Contact } from '../../api/contacts.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { siteKeys } from '../../api/sites.ts';
import { usePlace } from '../../app/use-place.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';

/** Slot numbers as they are typed, by contact. */
type SlotDraft = Readonly<Record<string, string>>;

const bySlot = (one: Contact, other: Contact): number =>
  (one.slotNumber ?? Infinity) - (other.slotNumber ?? Infinity);

const wantedOf = (contacts: readonly Contact[], values: SlotDraft) =>
  contacts.map(({ id }) => {
    const typed = (values[id] ?? '').trim();
    return { contactId: id, slotNumber: typed === '' ? null : Number(typed) };
  });

/** The rules' objections, each at its contact. */
const objections = (contacts: readonly Contact[], values: SlotDraft): readonly FieldError[] => {
  const known = contacts.map(({ id, name, slotNumber }) => ({ contactId: id, name, slotNumber }));
  const plan = planSlots(known, wantedOf(contacts, values));
  return plan.ok ? [] : atContacts(contacts, plan.error);
};

/** The API and the rules name an entry by its place in the list. */
const atContacts = (contacts: readonly Contact[], errors: readonly FieldError[]): readonly FieldError[] =>
  errors.map((error) => ({
    ...error,
    field: contacts[Number(/^slots\.(\d+)\./u.exec(error.field)?.[1])]?.id ?? error.field,
  }));

/** Gives the contacts of a site new slot numbers in one step, so that two can swap. */
export function SlotsWindow() {
  const words = useWords();
  const { siteId = '' } = useParams();
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const contacts = useQuery(contactsQuery(siteId));
  const leave = (): void => {
    void navigate(place.page, { preventScrollReset: true });
  };
  return (
    <Window title={words.slots.title} onClose={leave}>
      {contacts.data === undefined ? (
        <div className="dialog-body">
          {contacts.isError ? <ProblemNotice error={contacts.error} /> : <Skeleton lines={4} kind="text" />}
        </div>
      ) : (
        <SlotsForm siteId={siteId} contacts={contacts.data} onLeave={leave} />
      )}
    </Window>
  );
}

interface SlotsFormProps {
  readonly siteId: string;
  readonly contacts: readonly Contact[];
  readonly onLeave: () => void;
}

function SlotsForm({ siteId, contacts, onLeave }: SlotsFormProps) {
  const words = useWords();
  const client = useQueryClient();
  const [inOrder] = useState(() => contacts.toSorted(bySlot));
  const initial: SlotDraft = Object.fromEntries(
    inOrder.map(({ id, slotNumber }) => [id, slotNumber === null ? '' : String(slotNumber)]),
  );
  const draft = useKeptDraft(`slots.${siteId}`, initial, (values) => objections(inOrder, values));
  const saving = useSubmission(draft, {
    says: words.common.saved,
    send: (values) => changeSlots(siteId, wantedOf(inOrder, values)),
    refusedFields: (error) => atContacts(inOrder, fieldErrorsOf(error)),
    onTaken: () => {
      for (const { id } of inOrder) void client.invalidateQueries({ queryKey: contactKeys.one(id) });
      void client.invalidateQueries({ queryKey: siteKeys.contacts(siteId) });
      onLeave();
    },
  });
  const valueOf = (id: string): string => draft.values[id] ?? '';
  return (
    <WindowForm
      draft={draft}
      saving={saving}
      onSubmit={() => (draft.changed ? saving.mutate(draft.values) : onLeave())}
      submit={words.common.save}
      submitting={words.common.saving}
    >
      <p>{words.slots.intro}</p>
      <ol className="slot-list">
        {inOrder.map(({ id, name }, index) => {
          const next = inOrder[index + 1];
          return (
            <li key={id}>
              <LineField
                label={words.slots.of(name)}
                name={id}
                inputMode="numeric"
                autoComplete="off"
                startsFocused={index === 0}
                value={valueOf(id)}
                onChange={(slot) => {
                  draft.set(id, slot);
                }}
                onBlur={() => {
                  draft.leave(id);
                }}
                error={draft.errorAt(id)}
                {...(next === undefined
                  ? {}
                  : {
                      beside: (
                        <IconButton
                          label={words.slots.swap(name, next.name)}
                          onPress={() => {
                            draft.set(id, valueOf(next.id));
                            draft.set(next.id, valueOf(id));
                          }}
                        >
                          <ArrowDownUp aria-hidden />
                        </IconButton>
                      ),
                    })}
              />
            </li>
          );
        })}
      </ol>
    </WindowForm>
  );
}
