import { isCountry } from '@keyholder/domain/phone/country';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import {
  changeContact,
  contactKeys,
  contactQuery,
  type Contact,
  type ContactChange,
} from '../../api/contacts.ts';
import { homeKeys } from '../../api/home.ts';
import { ApiProblem, fieldErrorsOf, type Problem } from '../../api/problem.ts';
import { siteKeys, type Site } from '../../api/sites.ts';
import { usePlace } from '../../app/use-place.ts';
import { mergeEdits, type Clash } from '../../forms/merge-edits.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { Notice } from '../../ui/notice.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';
import { checkContactDraft, type ContactDraft } from '../create-contact/contact-draft.ts';
import { ContactFields } from '../create-contact/contact-fields.tsx';
import { changeOf, draftOf } from './contact-edit.ts';
import { NameQuestion } from './name-question.tsx';
import { SomebodyElse } from './somebody-else.tsx';

interface EditContactFormProps {
  readonly site: Site;
  readonly contact: Contact;
  readonly others: readonly Contact[];
  readonly startsAtPhone: boolean;
  readonly onLeave: () => void;
  readonly onSaved: (contact: Contact) => void;
}

/** What is edited: the version that was read, what is typed over it, and what somebody else did meanwhile. */
interface Round {
  readonly contact: Contact;
  /** Null: what was typed an earlier time, or nothing yet. */
  readonly typed: ContactDraft | null;
  readonly editedSince: NonNullable<Problem['editedSince']>;
  readonly clashes: readonly Clash<ContactDraft>[];
}

/** Edits a contact; begins again from the newest version, with all that was typed, where somebody else was quicker. */
export function EditContactForm(props: EditContactFormProps) {
  const { contact } = props;
  const client = useQueryClient();
  const [round, setRound] = useState<Round>(() => ({
    contact,
    typed: null,
    editedSince: [],
    clashes: [],
  }));
  const beginAgain = async (mine: ContactDraft, editedSince: Round['editedSince']): Promise<void> => {
    const newest = await client.fetchQuery({ ...contactQuery(contact.id), staleTime: 0 });
    const { merged, clashes } = mergeEdits(draftOf(round.contact), mine, draftOf(newest));
    setRound({ contact: newest, typed: merged, editedSince, clashes });
  };
  return <EditRound key={round.contact.version} {...props} round={round} onStale={beginAgain} />;
}

interface EditRoundProps extends EditContactFormProps {
  readonly round: Round;
  readonly onStale: (mine: ContactDraft, editedSince: Round['editedSince']) => Promise<void>;
}

const problemOf = (error: unknown): Problem | null => (error instanceof ApiProblem ? error.problem : null);

function EditRound({ round, onStale, ...props }: EditRoundProps) {
  const { site, others, startsAtPhone, onLeave, onSaved } = props;
  const { contact } = round;
  const words = useWords();
  const client = useQueryClient();
  const place = usePlace(site.id);
  const country = isCountry(site.country) ? site.country : 'US';
  const holders = new Map(
    others.flatMap(({ slotNumber, name }) => (slotNumber === null ? [] : [[slotNumber, name] as const])),
  );
  const before = draftOf(contact);
  const draft = useKeptDraft(
    `edit-contact.${contact.id}`,
    before,
    (values) => checkContactDraft(values, country, holders),
    round.typed ?? before,
  );
  const { changed, values, formRef } = draft;
  useEffect(() => {
    if (startsAtPhone) formRef.current?.querySelector<HTMLInputElement>('input[name=phone]')?.select();
  }, [startsAtPhone, formRef]);
  const saving = useMutation({
    mutationFn: (nameChange: ContactChange['nameChange'] | null) =>
      changeContact(contact, {
        ...changeOf(before, values),
        ...(nameChange === null || nameChange === undefined ? {} : { nameChange }),
      }),
    onSuccess: (saved) => {
      draft.forget();
      client.setQueryData(contactKeys.one(saved.id), saved);
      void client.invalidateQueries({ queryKey: contactKeys.timeline(saved.id) });
      void client.invalidateQueries({ queryKey: siteKeys.one(site.id) });
      void client.invalidateQueries({ queryKey: homeKeys.all });
      onSaved(saved);
    },
    onError: async (error) => {
      const problem = problemOf(error);
      if (problem?.status === 412) await onStale(values, problem.editedSince ?? []);
      else draft.refuse(fieldErrorsOf(error).filter(({ field }) => field !== 'nameChange'));
    },
  });
  const problem = problemOf(saving.error);
  const read = parsePhone(values.phone, country);
  const isNewNumber = read.ok && read.value.e164 !== contact.phone;
  const holder = others.find(
    ({ slotNumber }) => slotNumber !== null && String(slotNumber) === values.slotNumber,
  );
  return (
    <WindowForm
      draft={draft}
      saving={saving}
      onSubmit={() => (changed ? saving.mutate(null) : onLeave())}
      submit={words.common.save}
      submitting={words.common.saving}
      refusal={
        problem?.code === 'name-change-needed' ? (
          <NameQuestion
            from={contact.name}
            to={values.name}
            isPending={saving.isPending}
            onAnswer={(nameChange) => {
              saving.mutate(nameChange);
            }}
          />
        ) : undefined
      }
    >
      <SomebodyElse
        editedSince={round.editedSince}
        clashes={[...round.clashes, ...draft.clashes]}
        values={values}
        onTake={(field, theirs) => {
          draft.set(field, theirs);
        }}
      />
      {problem?.conflictsWith !== undefined && (
        <Link to={place.contact(problem.conflictsWith.contactId)} className="block-link">
          {words.createContact.conflict(problem.conflictsWith.name)}
        </Link>
      )}
      {isNewNumber && (
        <Notice tone="warning">
          <p>{words.editContact.newNumber}</p>
        </Notice>
      )}
      <ContactFields draft={draft} country={country} takenSlots={[...holders.keys()]} />
      {holder !== undefined && (
        <Link to={place.slots} className="block-link">
          {words.editContact.swapInstead(holder.name)}
        </Link>
      )}
    </WindowForm>
  );
}
