import { isCountry } from '@keyholder/domain/phone/country';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { contactKeys, type Contact } from '../../api/contacts.ts';
import { ApiProblem, fieldErrorsOf } from '../../api/problem.ts';
import { siteKeys, type Site } from '../../api/sites.ts';
import { useMay } from '../../app/use-may.ts';
import { usePlace } from '../../app/use-place.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DiscardQuestion } from '../../ui/discard-question.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { checkContactDraft, copiedFrom, EMPTY_CONTACT, toNewContact } from './contact-draft.ts';
import { CopyPerson } from './copy-person.tsx';
import { createAndMaySend } from './create-and-send.ts';
import { ContactFields } from './contact-fields.tsx';

interface ContactFormProps {
  readonly site: Site;
  readonly contacts: readonly Contact[];
  /** True while the person is asked whether to discard what they typed. */
  readonly asking: boolean;
  readonly onKeep: () => void;
  readonly onChanged: (changed: boolean) => void;
  readonly onLeave: () => void;
  readonly onCreated: (contact: Contact, sent: boolean) => void;
}

export function ContactForm({
  site,
  contacts,
  asking,
  onKeep,
  onChanged,
  onLeave,
  onCreated,
}: ContactFormProps) {
  const words = useWords();
  const client = useQueryClient();
  const place = usePlace(site.id);
  const country = isCountry(site.country) ? site.country : 'US';
  const holders = new Map(
    contacts.flatMap(({ slotNumber, name }) => (slotNumber === null ? [] : [[slotNumber, name] as const])),
  );
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft(
    `create-contact.${site.id}`,
    EMPTY_CONTACT,
    (values) => checkContactDraft(values, country, holders),
    form,
  );
  const maySend = useMay('welcome:send');
  const { changed } = draft;
  useEffect(() => {
    onChanged(changed);
  }, [changed, onChanged]);
  const creating = useMutation({
    mutationFn: (andSend: boolean) => createAndMaySend(client, site.id, toNewContact(draft.values), andSend),
    onSuccess: ({ contact, sent }) => {
      draft.forget();
      client.setQueryData(contactKeys.one(contact.id), contact);
      void client.invalidateQueries({ queryKey: siteKeys.one(site.id) });
      void client.invalidateQueries({ queryKey: siteKeys.lists });
      onCreated(contact, sent);
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  // Nothing is offered that would end at the next question: a landline is looked at first, by a person.
  const read = parsePhone(draft.values.phone, country);
  const sendable = maySend && draft.values.emergencyContact && read.ok && read.value.plannedLineType === null;
  const leaveEmpty = (): void => {
    draft.forget();
    onLeave();
  };
  const conflict = creating.error instanceof ApiProblem ? creating.error.problem.conflictsWith : undefined;
  return (
    <form
      ref={form}
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!creating.isPending && draft.trySubmit()) creating.mutate(false);
      }}
    >
      <div className="dialog-body form">
        <KeptNotice of={draft} />
        <Notice tone="info">
          <p>{words.createContact.whoBelongs}</p>
        </Notice>
        {creating.isError && <ProblemNotice error={creating.error} />}
        {conflict !== undefined && (
          <Link to={place.contact(conflict.contactId)} className="block-link">
            {words.createContact.conflict(conflict.name)}
          </Link>
        )}
        <CopyPerson
          siteId={site.id}
          onCopied={(contact) => {
            draft.fill(copiedFrom(contact));
            form.current?.querySelector<HTMLInputElement>('[name=name]')?.focus();
          }}
        />
        <ContactFields draft={draft} country={country} takenSlots={[...holders.keys()]} />
      </div>
      {asking ? (
        <DiscardQuestion onKeep={onKeep} onDiscard={leaveEmpty} />
      ) : (
        <div className="dialog-footer">
          <ActionButton onPress={leaveEmpty}>{words.common.cancel}</ActionButton>
          <ActionButton
            type="submit"
            {...(sendable ? {} : { tone: 'primary' as const })}
            pendingWords={creating.isPending && !creating.variables ? words.createContact.submitting : null}
          >
            {words.createContact.submit}
          </ActionButton>
          {sendable && (
            <ActionButton
              tone="primary"
              icon={<Send aria-hidden />}
              pendingWords={creating.isPending && creating.variables ? words.createContact.submitting : null}
              onPress={() => {
                if (!creating.isPending && draft.trySubmit()) creating.mutate(true);
              }}
            >
              {words.createContact.submitAndSend}
            </ActionButton>
          )}
        </div>
      )}
    </form>
  );
}
