import { Users } from 'lucide-react';
import { useWords } from '../../words/words.tsx';

/** What the list is for, before anybody is on it. */
export function NoContacts() {
  const words = useWords().site;
  return (
    <div className="empty">
      <Users className="empty-icon" aria-hidden />
      <h3>{words.emptyTitle}</h3>
      <p>{words.emptyText}</p>
    </div>
  );
}
