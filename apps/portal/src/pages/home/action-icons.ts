import {
  Hourglass,
  LifeBuoy,
  MessageCircle,
  PencilLine,
  Phone,
  RefreshCw,
  Send,
  ShieldCheck,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { NextAction } from '../../api/home.ts';

/** A sign for each next step. */
export const ACTION_ICONS: Readonly<Record<NextAction, LucideIcon>> = {
  read_reply: MessageCircle,
  send: Send,
  validate: ShieldCheck,
  resend: RefreshCw,
  correct_number: PencilLine,
  ask_support: LifeBuoy,
  call_customer: Phone,
  add_contact: UserPlus,
  wait: Hourglass,
};
