import { en, type Words } from '../en/index.ts';
import { account } from './account.ts';
import { apiKeys } from './api-keys.ts';
import { audit } from './audit.ts';
import { companies } from './companies.ts';
import { company } from './company.ts';
import { desk } from './desk.ts';
import { entry } from './entry.ts';
import { people } from './people.ts';
import { archiveSite } from './archive-site.ts';
import { bulk } from './bulk.ts';
import { common } from './common.ts';
import { contact, details } from './contact.ts';
import { createContact } from './create-contact.ts';
import { done } from './done.ts';
import { editContact, editSite, removeContact, slots } from './edit-contact.ts';
import { home } from './home.ts';
import { languages } from './languages.ts';
import { lineResults, lineTypes } from './lines.ts';
import { problems } from './problems.ts';
import { reachability } from './reachability.ts';
import { connection, shell } from './shell.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { site } from './site.ts';
import { addSite, sites } from './sites.ts';
import { replies, support } from './support.ts';
import { texting } from './texting.ts';
import { webhooks } from './webhooks.ts';
import { setInFrench } from './french-spaces.ts';
import { welcomeText } from './welcome-text.ts';

/** The portal in French. */
export const fr: Words = setInFrench({
  locale: 'fr',
  product: en.product,
  people,
  entry,
  desk,
  companies,
  company,
  audit,
  apiKeys,
  account,
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
});
