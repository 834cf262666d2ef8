import type { Schemas } from '@keyholder/api-client';
import { CircleHelp } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** What the dealer wrote and what support answered. */
export function Conversation({
  supportCase,
}: {
  readonly supportCase: Pick<Schemas['SupportCase'], 'notes' | 'disputedCheck'>;
}) {
  const words = useWords().desk;
  const { notes, disputedCheck } = supportCase;
  return (
    <>
      {disputedCheck && (
        <Badge colour="amber" icon={CircleHelp}>
          {words.disputed}
        </Badge>
      )}
      {notes.length === 0 && <p className="muted">{words.noWords}</p>}
      {notes.map((note) => (
        <blockquote key={note.at} className="note" data-from-support={note.fromSupport || undefined}>
          {note.body}
          <footer className="muted small">
            {note.by} <RelativeTime moment={note.at} />
          </footer>
        </blockquote>
      ))}
    </>
  );
}
