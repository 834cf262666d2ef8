import { useMutation } from '@tanstack/react-query';
import { CheckCheck, MessageSquareOff } from 'lucide-react';
import { markRepliesRead, recordOptOut, type Contact, type TimelineEntry } from '../../api/contacts.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';
import { useContactRefresh } from './use-contact-refresh.ts';

const SHOWN = 3;

interface RepliesToReadProps {
  readonly contact: Contact;
  readonly entries: readonly TimelineEntry[];
}

/** What the contact wrote back and nobody has read yet, with what can be done about it in one press. */
export function RepliesToRead({ contact, entries }: RepliesToReadProps) {
  const words = useWords().replies;
  const may = useMay('contacts:write');
  const refresh = useContactRefresh();
  const reading = useMutation({
    meta: { says: words.marked },
    mutationFn: () => markRepliesRead(contact.id),
    onSuccess: () => {
      refresh(contact);
    },
  });
  const optingOut = useMutation({
    mutationFn: async () => {
      await recordOptOut(contact.id);
      await markRepliesRead(contact.id);
    },
    onSettled: () => {
      refresh(contact);
    },
  });
  if (!contact.tags.some(({ kind }) => kind === 'reply_to_read')) return null;
  const replies = entries.filter(({ kind }) => kind === 'reply').slice(0, SHOWN);
  const failed = [reading, optingOut].find(({ isError }) => isError);
  return (
    <Notice tone="warning" title={words.title(contact.name)}>
      {replies.map(({ id, at, body, text }) => (
        <blockquote key={id} className="timeline-words">
          {body ?? text}
          <footer className="muted small">
            <RelativeTime moment={at} />
          </footer>
        </blockquote>
      ))}
      {may && (
        <div className="contact-actions">
          <ActionButton
            tone="primary"
            icon={<CheckCheck aria-hidden />}
            pendingWords={reading.isPending ? words.marking : null}
            onPress={() => {
              reading.mutate();
            }}
          >
            {words.markRead}
          </ActionButton>
          {!contact.optedOut.state && (
            <ActionButton
              icon={<MessageSquareOff aria-hidden />}
              pendingWords={optingOut.isPending ? words.optingOut : null}
              onPress={() => {
                optingOut.mutate();
              }}
            >
              {words.optOut}
            </ActionButton>
          )}
        </div>
      )}
      <p className="small">{words.optOutHint}</p>
      {failed !== undefined && <ProblemNotice error={failed.error} />}
    </Notice>
  );
}
