import { Navigate, type RouteObject } from 'react-router';
import { settingsPages } from '../pages/settings/settings-pages.ts';
import { SitesPage } from '../pages/sites/sites-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { paths } from './paths.ts';

/**
 * The pages behind the sign-in, one entry each. Windows are routes below their page: they can be linked to, and Back
 * closes them. What reads phone numbers (their metadata is large), and every page but the first, is loaded when it is
 * opened.
 */
export const pages: RouteObject[] = [
  { index: true, element: <Navigate to={paths.sites} replace /> },
  {
    path: 'sites',
    Component: SitesPage,
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
        path: 'contacts/create',
        lazy: lazyPage(
          () => import('../pages/create-contact/create-contact-window.tsx'),
          'CreateContactWindow',
        ),
      },
      {
        path: 'contacts/:contactId',
        lazy: lazyPage(() => import('../pages/contact/contact-drawer.tsx'), 'ContactDrawer'),
      },
      {
        path: 'contacts/:contactId/welcome',
        lazy: lazyPage(() => import('../pages/welcome-text/welcome-text-window.tsx'), 'WelcomeTextWindow'),
      },
    ],
  },
  {
    path: 'settings',
    lazy: lazyPage(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
    children: settingsPages,
  },
];
