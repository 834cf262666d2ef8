import {
  BadgeCheck,
  CalendarClock,
  CirclePause,
  CircleX,
  Hourglass,
  MailPlus,
  MessageSquareOff,
  Send,
  TimerOff,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { Contact } from '../../api/contacts.ts';
import { Badge } from '../../ui/badge.tsx';

const ICONS: Record<Contact['status']['kind'], LucideIcon> = {
  opted_out: MessageSquareOff,
  declined: UserX,
  confirmed: BadgeCheck,
  held: CirclePause,
  link_expired: TimerOff,
  pending_confirmation: Hourglass,
  send_error: CircleX,
  scheduled: CalendarClock,
  sending: Send,
  not_sent: MailPlus,
};

/** Where a contact stands. */
export function StatusBadge({ status }: { readonly status: Contact['status'] }) {
  return (
    <Badge colour={status.colour} icon={ICONS[status.kind]} strong>
      {status.text}
    </Badge>
  );
}
