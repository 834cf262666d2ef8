import type { RouteObject } from 'react-router';
import { settingsPages } from '../pages/settings/settings-pages.ts';
import { lazyPage } from './lazy-page.ts';
import { paths } from './paths.ts';
import { StartPage } from './start-page.tsx';

/**
 * The windows about a site's contacts, over the site's page and over Home.
 * @param site what names the site in the address below the page: `:siteId/`, or nothing where the page does
 */
const contactWindows = (site: '' | ':siteId/'): RouteObject[] => [
  {
    path: `${site}contacts/create`,
    lazy: lazyPage(() => import('../pages/create-contact/create-contact-window.tsx'), 'CreateContactWindow'),
  },
  {
    path: `${site}contacts/:contactId`,
    lazy: lazyPage(() => import('../pages/contact/contact-drawer.tsx'), 'ContactDrawer'),
  },
  {
    path: `${site}contacts/:contactId/edit`,
    lazy: lazyPage(() => import('../pages/edit-contact/edit-contact-window.tsx'), 'EditContactWindow'),
  },
  {
    path: `${site}contacts/:contactId/welcome`,
    lazy: lazyPage(() => import('../pages/welcome-text/welcome-text-window.tsx'), 'WelcomeTextWindow'),
  },
  {
    path: `${site}contacts/:contactId/support`,
    lazy: lazyPage(() => import('../pages/support/ask-support-window.tsx'), 'AskSupportWindow'),
  },
  {
    path: `${site}slots`,
    lazy: lazyPage(() => import('../pages/slots/slots-window.tsx'), 'SlotsWindow'),
  },
];

/** The pages that need no session: where the links of mails lead. */
export const entryPages: RouteObject[] = [
  {
    path: paths.forgottenPassword,
    lazy: lazyPage(() => import('../pages/entry/forgotten-password-page.tsx'), 'ForgottenPasswordPage'),
    HydrateFallback: () => null,
  },
  {
    path: paths.newPassword,
    lazy: lazyPage(() => import('../pages/entry/new-password-page.tsx'), 'NewPasswordPage'),
    HydrateFallback: () => null,
  },
  {
    path: paths.confirmEmail,
    lazy: lazyPage(() => import('../pages/entry/confirm-email-page.tsx'), 'ConfirmEmailPage'),
    HydrateFallback: () => null,
  },
  {
    path: paths.invitation,
    lazy: lazyPage(() => import('../pages/entry/invitation-page.tsx'), 'InvitationPage'),
    HydrateFallback: () => null,
  },
];

/**
 * The pages behind the sign-in, one entry each. Windows are routes below their page: they can be linked to, and Back
 * closes them. What reads phone numbers (their metadata is large), and every page, is loaded when it is
 * opened.
 */
export const pages: RouteObject[] = [
  { index: true, Component: StartPage },
  {
    path: 'home',
    lazy: lazyPage(() => import('../pages/home/home-page.tsx'), 'HomePage'),
    children: contactWindows(':siteId/'),
  },
  {
    path: 'sites',
    lazy: lazyPage(() => import('../pages/sites/sites-page.tsx'), 'SitesPage'),
    children: [
      {
        path: 'add',
        lazy: lazyPage(() => import('../pages/add-site/add-site-window.tsx'), 'AddSiteWindow'),
      },
    ],
  },
  {
    path: 'sites/:siteId',
    lazy: lazyPage(() => import('../pages/site/site-page.tsx'), 'SitePage'),
    children: [
      {
        path: 'edit',
        lazy: lazyPage(() => import('../pages/edit-site/edit-site-window.tsx'), 'EditSiteWindow'),
      },
      ...contactWindows(''),
    ],
  },
  {
    path: 'bulk',
    lazy: lazyPage(() => import('../pages/bulk/bulk-page.tsx'), 'BulkPage'),
    children: [
      { path: 'send', lazy: lazyPage(() => import('../pages/bulk/send-window.tsx'), 'BulkSendWindow') },
    ],
  },
  { path: 'bulk/runs/:runId', lazy: lazyPage(() => import('../pages/bulk/run-page.tsx'), 'BulkRunPage') },
  {
    path: 'branding',
    lazy: lazyPage(() => import('../pages/branding/branding-page.tsx'), 'BrandingPage'),
  },
  {
    path: 'branding/:brandId',
    lazy: lazyPage(() => import('../pages/branding/studio-page.tsx'), 'StudioPage'),
  },
  {
    path: 'settings',
    lazy: lazyPage(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
    children: settingsPages,
  },
  {
    path: 'account',
    lazy: lazyPage(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
  },
  {
    path: 'companies',
    lazy: lazyPage(() => import('../pages/companies/companies-page.tsx'), 'CompaniesPage'),
  },
  { path: 'cases', lazy: lazyPage(() => import('../pages/desk/desk-page.tsx'), 'DeskPage') },
  {
    path: 'cases/:caseId',
    lazy: lazyPage(() => import('../pages/desk/desk-case-page.tsx'), 'DeskCasePage'),
  },
];
