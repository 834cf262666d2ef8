import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  PhoneOff,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';
import { Badge } from '../../ui/badge.tsx';

const ICONS: Record<Contact['chip']['kind'], LucideIcon> = {
  valid_number: CircleCheck,
  not_checked: CircleDashed,
  could_not_check: CircleSlash,
  may_not_get_texts: TriangleAlert,
  not_a_cell_phone: PhoneOff,
  not_a_phone_number: Ban,
};

/** Whether the number can be texted, as far as is known. */
export function LineChip({ chip }: { readonly chip: Contact['chip'] }) {
  return (
    <Badge colour={chip.colour} icon={ICONS[chip.kind]}>
      {chip.text}
    </Badge>
  );
}
