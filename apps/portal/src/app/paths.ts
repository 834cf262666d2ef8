/** Addresses inside the portal, below `/portal`. Windows about a contact: see `use-place.ts`. */
export const paths = {
  /** The first page that is offered to whoever is signed in. */
  start: '/',
  signIn: '/sign-in',
  forgottenPassword: '/forgotten-password',
  newPassword: '/new-password',
  confirmEmail: '/confirm-email',
  invitation: '/invitation',
  account: '/account',
  desk: '/cases',
  deskCase: (caseId: string) => `/cases/${caseId}`,
  companies: '/companies',
  home: '/home',
  sites: '/sites',
  addSite: '/sites/add',
  site: (siteId: string) => `/sites/${siteId}`,
  editSite: (siteId: string) => `/sites/${siteId}/edit`,
  branding: '/branding',
  brand: (brandId: string) => `/branding/${brandId}`,
  bulk: '/bulk',
  bulkSend: '/bulk/send',
  bulkRun: (runId: string) => `/bulk/runs/${runId}`,
  settings: '/settings',
  people: '/settings/people',
  apiKeys: '/settings/api-keys',
  texting: '/settings/texting',
  webhooks: '/settings/webhooks',
  audit: '/settings/audit',
  language: '/settings/language',
  company: '/settings/company',
};

/** The page to open after signing in: only one of the portal's own, never another address smuggled into the link. */
export const safeNext = (next: string | null): string =>
  next !== null && /^\/[^/\\]/u.test(next) && !next.startsWith(paths.signIn) ? next : paths.start;
