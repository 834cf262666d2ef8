import { Tag } from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';

/** What else there is to know about a contact. */
export function TagList({ tags }: { readonly tags: Contact['tags'] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tags">
      {tags.map(({ kind, text }) => (
        <li key={kind}>
          <Tag aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
