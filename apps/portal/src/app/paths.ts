/** Addresses inside the portal, below `/portal`. */
export const paths = {
  signIn: '/sign-in',
  sites: '/sites',
  addSite: '/sites/add',
  site: (siteId: string) => `/sites/${siteId}`,
  createContact: (siteId: string) => `/sites/${siteId}/contacts/create`,
  contact: (siteId: string, contactId: string) => `/sites/${siteId}/contacts/${contactId}`,
  welcomeText: (siteId: string, contactId: string) => `/sites/${siteId}/contacts/${contactId}/welcome`,
  settings: '/settings',
};

/** The page to open after signing in: only one of the portal's own, never another address smuggled into the link. */
export const safeNext = (next: string | null): string =>
  next !== null && /^\/[^/\\]/u.test(next) && !next.startsWith(paths.signIn) ? next : paths.sites;
