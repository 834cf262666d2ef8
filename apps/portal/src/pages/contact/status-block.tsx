import type { Contact } from '../../api/contacts.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatusBadge } from './status-badge.tsx';
import { TagList } from './tag-list.tsx';

/** Status, since when, what it means and what to do, tags. */
export function StatusBlock({ contact }: { readonly contact: Pick<Contact, 'status' | 'tags'> }) {
  const { status, tags } = contact;
  return (
    <div className="status-block">
      <p className="status-line">
        <StatusBadge status={status} />
        {status.since !== null && (
          <span className="muted">
            <RelativeTime moment={status.since} />
          </span>
        )}
      </p>
      <p className="advice">{status.advice}</p>
      <TagList tags={tags} />
    </div>
  );
}
