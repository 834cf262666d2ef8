import type { RouteObject } from 'react-router';
import { lazyPage } from '../../app/lazy-page.ts';

/** The pages below `/settings`, one entry each, loaded when opened; `app/navigation.ts` says who is offered which. */
export const settingsPages: RouteObject[] = [
  { path: 'people', lazy: lazyPage(() => import('../people/people-page.tsx'), 'PeoplePage') },
  { path: 'api-keys', lazy: lazyPage(() => import('../api-keys/api-keys-page.tsx'), 'ApiKeysPage') },
  { path: 'webhooks', lazy: lazyPage(() => import('../webhooks/webhooks-page.tsx'), 'WebhooksPage') },
  { path: 'texting', lazy: lazyPage(() => import('../texting/texting-page.tsx'), 'TextingPage') },
  { path: 'audit', lazy: lazyPage(() => import('../audit/audit-page.tsx'), 'AuditPage') },
  { path: 'language', lazy: lazyPage(() => import('./language-page.tsx'), 'LanguagePage') },
  { path: 'company', lazy: lazyPage(() => import('../company/company-page.tsx'), 'CompanyPage') },
];
