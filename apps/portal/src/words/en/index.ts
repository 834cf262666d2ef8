import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { bulk } from './bulk.ts';
import { common } from './common.ts';
import { connection, shell } from './shell.ts';
import { contact, details } from './contact.ts';
import { createContact } from './create-contact.ts';
import { languages } from './languages.ts';
import { lineTypes, lineResults } from './lines.ts';
import { archiveSite } from './archive-site.ts';
import { done } from './done.ts';
import { editContact, editSite, removeContact, slots } from './edit-contact.ts';
import { home } from './home.ts';
import { replies, support } from './support.ts';
import { problems } from './problems.ts';
import { reachability } from './reachability.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { site } from './site.ts';
import { sites, addSite } from './sites.ts';
import { texting } from './texting.ts';
import { webhooks } from './webhooks.ts';
import { welcomeText } from './welcome-text.ts';
import { account } from './account.ts';
import { apiKeys } from './api-keys.ts';
import { audit } from './audit.ts';
import { companies } from './companies.ts';
import { company } from './company.ts';
import { desk } from './desk.ts';
import { entry } from './entry.ts';
import { people } from './people.ts';

/** Every word of the portal in English. What the API says (status, advice, timeline) comes from the API, in the reader’s language. */
export const en = {
  locale: 'en' as ReaderLanguage,
  product: 'Keyholder',
  account,
  apiKeys,
  audit,
  companies,
  company,
  desk,
  entry,
  people,
  addSite,
  archiveSite,
  bulk,
  common,
  connection,
  contact,
  createContact,
  details,
  done,
  editContact,
  editSite,
  home,
  languages,
  lineResults,
  lineTypes,
  problems,
  reachability,
  removeContact,
  replies,
  settings,
  shell,
  signIn,
  site,
  sites,
  slots,
  support,
  texting,
  webhooks,
  welcomeText,
};

/** The catalogue's shape: every language has these keys and arguments, or does not compile. */
export type Words = typeof en;
