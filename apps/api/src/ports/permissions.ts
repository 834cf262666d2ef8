/** What a person may be at a dealer; an API key acts as an admin within its scopes. */
export type Role = 'dealer_admin' | 'dealer_user';

/** What a caller may do; also the scopes that an API key can carry. */
const SCOPES = [
  'account:read',
  'sites:read',
  'sites:write',
  'contacts:read',
  'contacts:write',
  'phones:check',
  'welcome:send',
  'support:ask',
  'events:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Which role may do what. The one place where it is decided. */
export const PERMISSIONS: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  dealer_admin: new Set(SCOPES),
  dealer_user: new Set(SCOPES),
};
