import {
  BadgeCheck,
  CircleX,
  Eye,
  FileCheck,
  Hourglass,
  MessageCircle,
  MessageSquareOff,
  Pencil,
  Play,
  Send,
  ShieldCheck,
  UserPlus,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { TimelineEntry } from '../../api/contacts.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  created: UserPlus,
  line_checked: ShieldCheck,
  text_queued: Send,
  text_accepted: Send,
  text_sent: Send,
  text_delivered: BadgeCheck,
  text_failed: CircleX,
  text_uncertain: Hourglass,
  text_cancelled: CircleX,
  permission_stated: FileCheck,
  page_opened: Eye,
  video_watched: Play,
  confirmed: BadgeCheck,
  declined: UserX,
  reply: MessageCircle,
  opted_out: MessageSquareOff,
  opted_in: MessageCircle,
  changed: Pencil,
};

/** What happened, newest first, in plain words; the provider's code is one click away. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const words = useWords().details;
  if (entries.length === 0) return <p className="muted">{words.timelineEmpty}</p>;
  return (
    <ol className="timeline" aria-label={words.timeline}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const words = useWords().details;
  // Kinds may be added to the API before this program knows them.
  const Icon = (ICONS as Partial<Record<string, LucideIcon>>)[entry.kind] ?? Pencil;
  return (
    <li className={`timeline-entry timeline-${entry.kind}`}>
      <span className="timeline-icon">
        <Icon aria-hidden />
      </span>
      <div>
        <p>{entry.text}</p>
        <p className="muted small">
          <RelativeTime moment={entry.at} />
          {entry.by !== null && `, ${words.by(entry.by)}`}
        </p>
        {entry.body !== null && <blockquote className="timeline-words">{entry.body}</blockquote>}
        {entry.providerCode !== null && (
          <details>
            <summary>{words.providerCode}</summary>
            <code>{entry.providerCode}</code>
          </details>
        )}
      </div>
    </li>
  );
}
