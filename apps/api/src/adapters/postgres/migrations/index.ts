import { TenantsSitesContactsTexts } from './20261124000000_tenants-sites-contacts-texts.ts';

/** Every migration, in order. The name is what the database remembers. */
export const MIGRATIONS = [
  { name: '20261124000000_tenants-sites-contacts-texts', class: TenantsSitesContactsTexts },
];
