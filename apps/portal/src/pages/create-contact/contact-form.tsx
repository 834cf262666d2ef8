import { isCountry } from '@keyholder/domain/phone/country';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { contactKeys, createContact, type Contact } from '../../api/contacts.ts';
import { ApiProblem, fieldErrorsOf } from '../../api/problem.ts';
import { siteKeys, type Site } from '../../api/sites.ts';
import { usePlace } from '../../app/use-place.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DiscardQuestion } from '../../ui/discard-question.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { checkContactDraft, EMPTY_CONTACT, toNewContact } from './contact-draft.ts';
import { ContactFields } from './contact-fields.tsx';

interface ContactFormProps {
  readonly site: Site;
  readonly contacts: readonly Contact[];
  /** True while the person is asked whether to discard what they typed. */
  readonly asking: boolean;
  readonly onKeep: () => void;
  readonly onChanged: (changed: boolean) => void;
  readonly onLeave: () => void;
  readonly onCreated: (contact: Contact) => void;
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
  const draft = useDraft(EMPTY_CONTACT, (values) => checkContactDraft(values, country, holders), form);
  const { changed } = draft;
  useEffect(() => {
    onChanged(changed);
  }, [changed, onChanged]);
  const creating = useMutation({
    mutationFn: () => createContact(site.id, toNewContact(draft.values)),
    onSuccess: (contact) => {
      client.setQueryData(contactKeys.one(contact.id), contact);
      void client.invalidateQueries({ queryKey: siteKeys.one(site.id) });
      void client.invalidateQueries({ queryKey: siteKeys.lists });
      onCreated(contact);
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const conflict = creating.error instanceof ApiProblem ? creating.error.problem.conflictsWith : undefined;
  return (
    <form
      ref={form}
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!creating.isPending && draft.trySubmit()) creating.mutate();
      }}
    >
      <div className="dialog-body form">
        <Notice tone="info">
          <p>{words.createContact.whoBelongs}</p>
        </Notice>
        {creating.isError && <ProblemNotice error={creating.error} />}
        {conflict !== undefined && (
          <Link to={place.contact(conflict.contactId)} className="block-link">
            {words.createContact.conflict(conflict.name)}
          </Link>
        )}
        <ContactFields draft={draft} country={country} takenSlots={[...holders.keys()]} />
      </div>
      {asking ? (
        <DiscardQuestion onKeep={onKeep} onDiscard={onLeave} />
      ) : (
        <div className="dialog-footer">
          <ActionButton onPress={onLeave}>{words.common.cancel}</ActionButton>
          <ActionButton
            type="submit"
            tone="primary"
            pendingWords={creating.isPending ? words.createContact.submitting : null}
          >
            {words.createContact.submit}
          </ActionButton>
        </div>
      )}
    </form>
  );
}
