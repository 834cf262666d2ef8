import { useMutation, useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { getContact, type Contact } from '../../api/contacts.ts';
import { peopleQuery } from '../../api/sites.ts';
import { useAnnounce } from '../../live/announcer.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

/** Time between two keys of someone who types; the search waits for the pause after it. */
const PAUSE_MS = 200;

interface CopyPersonProps {
  /** The site that the person is to be added to; its own list is not searched. */
  readonly siteId: string;
  readonly onCopied: (contact: Contact) => void;
}

/** Fills the form with somebody from another site's list, found by name or phone. */
export function CopyPerson({ siteId, onCopied }: CopyPersonProps) {
  const words = useWords().createContact;
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [sought, setSought] = useState('');
  useEffect(() => {
    const pause = window.setTimeout(() => {
      setSought(typed.trim());
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(pause);
    };
  }, [typed]);
  const found = useQuery({ ...peopleQuery(sought), enabled: open && sought.length > 1 });
  const people = (found.data ?? []).filter(({ site }) => site.id !== siteId);
  const copying = useMutation({
    mutationFn: getContact,
    onSuccess: (contact) => {
      announce(words.copied(contact.name));
      setOpen(false);
      onCopied(contact);
    },
  });
  if (!open) {
    return (
      <ActionButton
        tone="quiet"
        icon={<Copy aria-hidden />}
        onPress={() => {
          setOpen(true);
        }}
      >
        {words.copy}
      </ActionButton>
    );
  }
  return (
    <fieldset className="copy-person">
      <legend className="field-label">{words.copy}</legend>
      <LineField
        label={words.copySearch}
        name="copySearch"
        startsFocused
        autoComplete="off"
        hint={words.copyHint}
        value={typed}
        onChange={setTyped}
        error={null}
      />
      <LiveStatus className="field-hint">
        {found.isSuccess &&
          sought.length > 1 &&
          (people.length === 0 ? words.copyNobody : words.copyFound(people.length))}
      </LiveStatus>
      {people.length > 0 && (
        <ul className="copy-people">
          {people.map(({ contactId, name, phoneDisplay, site }) => (
            <li key={contactId}>
              <ActionButton
                pendingWords={copying.isPending && copying.variables === contactId ? words.copying : null}
                onPress={() => {
                  if (!copying.isPending) copying.mutate(contactId);
                }}
              >
                {`${name}, ${phoneDisplay} (${site.name})`}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      {(found.isError || copying.isError) && <ProblemNotice error={found.error ?? copying.error} />}
      <div>
        <ActionButton
          tone="quiet"
          onPress={() => {
            setOpen(false);
          }}
        >
          {words.copyNot}
        </ActionButton>
      </div>
    </fieldset>
  );
}
