import type { LucideIcon } from 'lucide-react';
import type { Contact } from '../api/contacts.ts';

type Colour = Contact['status']['colour'];

interface BadgeProps {
  readonly colour: Colour;
  readonly icon: LucideIcon;
  readonly children: string;
  readonly strong?: boolean;
}

/** A coloured label; the icon and the words say the same, for those who see no colour. */
export function Badge({ colour, icon: Icon, children, strong = false }: BadgeProps) {
  return (
    <span className={`badge badge-${colour}${strong ? ' badge-strong' : ''}`}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}
