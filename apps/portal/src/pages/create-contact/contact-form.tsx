import { isCountry } from '@keyholder/domain/phone/country';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { Link } from 'react-router';
import { contactKeys, type Contact } from '../../api/contacts.ts';
import { ApiProblem, fieldErrorsOf } from '../../api/problem.ts';
import { siteKeys, type Site } from '../../api/sites.ts';
import { useMay } from '../../app/use-may.ts';
import { usePlace } from '../../app/use-place.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';
import { checkContactDraft, copiedFrom, EMPTY_CONTACT, toNewContact } from './contact-draft.ts';
import { CopyPerson } from './copy-person.tsx';
import { createAndMaySend } from './create-and-send.ts';
import { ContactFields } from './contact-fields.tsx';

interface ContactFormProps {
  readonly site: Site;
  readonly contacts: readonly Contact[];
  readonly onCreated: (contact: Contact, sent: boolean) => void;
}

export function ContactForm({ site, contacts, onCreated }: ContactFormProps) {
  const words = useWords();
  const client = useQueryClient();
  const place = usePlace(site.id);
  const country = isCountry(site.country) ? site.country : 'US';
  const holders = new Map(
    contacts.flatMap(({ slotNumber, name }) => (slotNumber === null ? [] : [[slotNumber, name] as const])),
  );
  const draft = useKeptDraft(`create-contact.${site.id}`, EMPTY_CONTACT, (values) =>
    checkContactDraft(values, country, holders),
  );
  const maySend = useMay('welcome:send');
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
  const conflict = creating.error instanceof ApiProblem ? creating.error.problem.conflictsWith : undefined;
  return (
    <WindowForm
      draft={draft}
      saving={creating}
      onSubmit={() => creating.mutate(false)}
      submit={words.createContact.submit}
      submitting={creating.variables === true ? null : words.createContact.submitting}
      more={
        sendable ? (
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
        ) : undefined
      }
    >
      <Notice tone="info">
        <p>{words.createContact.whoBelongs}</p>
      </Notice>
      {conflict !== undefined && (
        <Link to={place.contact(conflict.contactId)} className="block-link">
          {words.createContact.conflict(conflict.name)}
        </Link>
      )}
      <CopyPerson
        siteId={site.id}
        onCopied={(contact) => {
          draft.fill(copiedFrom(contact));
          draft.formRef.current?.querySelector<HTMLInputElement>('[name=name]')?.focus();
        }}
      />
      <ContactFields draft={draft} country={country} takenSlots={[...holders.keys()]} />
    </WindowForm>
  );
}
