import type { Schemas } from '@keyholder/api-client';
import {
  Building,
  Building2,
  Files,
  House,
  KeySquare,
  Landmark,
  Languages,
  LifeBuoy,
  Moon,
  Palette,
  ScrollText,
  Settings,
  Users,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import type { Words } from '../words/en/index.ts';
import { paths } from './paths.ts';

type Me = Schemas['Me'];

/** A page that can be reached from everywhere. */
export interface NavigationEntry {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly name: (words: Words) => string;
  /** Whether it is offered to whoever is signed in; without, to everybody. */
  readonly offeredTo?: (me: Me) => boolean;
}

/** The entries that are offered to whoever is signed in. */
export const offeredTo = (me: Me, entries: readonly NavigationEntry[]): readonly NavigationEntry[] =>
  entries.filter(({ offeredTo: isOffered }) => isOffered === undefined || isOffered(me));

/** The pages of the settings, in order; each also has its route in `pages/settings/settings-pages.ts`. */
export const settingsNavigation: readonly NavigationEntry[] = [
  {
    to: paths.people,
    icon: Users,
    name: (words) => words.people.title,
    offeredTo: (me) => me.actions.includes('people:manage') || me.actions.includes('company_people:manage'),
  },
  {
    to: paths.apiKeys,
    icon: KeySquare,
    name: (words) => words.apiKeys.title,
    offeredTo: (me) => me.actions.includes('api_keys:manage'),
  },
  {
    to: paths.webhooks,
    icon: Webhook,
    name: (words) => words.webhooks.title,
    offeredTo: (me) =>
      me.actions.includes('webhooks:manage') || me.actions.includes('company_webhooks:manage'),
  },
  {
    to: paths.texting,
    icon: Moon,
    name: (words) => words.texting.title,
    offeredTo: (me) => me.actions.includes('dealer_settings:read') && me.dealer !== null,
  },
  {
    to: paths.audit,
    icon: ScrollText,
    name: (words) => words.audit.title,
    offeredTo: (me) => me.actions.includes('audit:read') || me.actions.includes('company_audit:read'),
  },
  { to: paths.language, icon: Languages, name: (words) => words.settings.language.title },
  {
    to: paths.company,
    icon: Landmark,
    name: (words) => words.company.title,
    offeredTo: (me) => me.actions.includes('company_settings:read'),
  },
];

/** The header's pages, in order. */
export const mainNavigation: readonly NavigationEntry[] = [
  {
    to: paths.home,
    icon: House,
    name: (words) => words.shell.home,
    offeredTo: (me) => me.actions.includes('sites:read'),
  },
  {
    to: paths.sites,
    icon: Building2,
    name: (words) => words.shell.sites,
    offeredTo: (me) => me.actions.includes('sites:read'),
  },
  {
    to: paths.bulk,
    icon: Files,
    name: (words) => words.shell.bulk,
    offeredTo: (me) => me.actions.includes('contacts:read'),
  },
  {
    to: paths.branding,
    icon: Palette,
    name: (words) => words.shell.branding,
    offeredTo: (me) => me.actions.includes('brands:read'),
  },
  {
    to: paths.desk,
    icon: LifeBuoy,
    name: (words) => words.shell.desk,
    offeredTo: (me) => me.actions.includes('support_cases:read'),
  },
  {
    to: paths.companies,
    icon: Building,
    name: (words) => words.companies.title,
    offeredTo: (me) => me.actions.includes('companies:manage'),
  },
  {
    to: paths.settings,
    icon: Settings,
    name: (words) => words.shell.settings,
    offeredTo: (me) => offeredTo(me, settingsNavigation).length > 0,
  },
];
