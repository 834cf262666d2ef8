/** Addresses inside the portal, below `/portal`. Windows about a contact: see `use-place.ts`. */
export const paths = {
  signIn: '/sign-in',
  home: '/home',
  sites: '/sites',
  addSite: '/sites/add',
  site: (siteId: string) => `/sites/${siteId}`,
  editSite: (siteId: string) => `/sites/${siteId}/edit`,
  settings: '/settings',
};

/** The page to open after signing in: only one of the portal's own, never another address smuggled into the link. */
export const safeNext = (next: string | null): string =>
  next !== null && /^\/[^/\\]/u.test(next) && !next.startsWith(paths.signIn) ? next : paths.home;
