import { createBrowserRouter, Navigate } from 'react-router';
import { SitesPage } from '../pages/sites/sites-page.tsx';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { paths } from './paths.ts';
import { SignedIn } from './signed-in.tsx';

/**
 * The portal's pages. Windows are routes below their page: they can be linked to, and Back closes them. What reads
 * phone numbers (their metadata is large), and every page but the first, is loaded when it is opened.
 */
export const createRouter = () =>
  createBrowserRouter(
    [
      {
        path: paths.signIn,
        errorElement: <ErrorPage />,
        lazy: async () => ({ Component: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage }),
        HydrateFallback: () => null,
      },
      {
        path: '/',
        Component: SignedIn,
        errorElement: <ErrorPage />,
        HydrateFallback: () => null,
        children: [
          { index: true, element: <Navigate to={paths.sites} replace /> },
          {
            path: 'sites',
            Component: SitesPage,
            children: [
              {
                path: 'add',
                lazy: async () => ({
                  Component: (await import('../pages/add-site/add-site-window.tsx')).AddSiteWindow,
                }),
              },
            ],
          },
          {
            path: 'sites/:siteId',
            lazy: async () => ({ Component: (await import('../pages/site/site-page.tsx')).SitePage }),
            children: [
              {
                path: 'contacts/create',
                lazy: async () => ({
                  Component: (await import('../pages/create-contact/create-contact-window.tsx'))
                    .CreateContactWindow,
                }),
              },
              {
                path: 'contacts/:contactId',
                lazy: async () => ({
                  Component: (await import('../pages/contact/contact-drawer.tsx')).ContactDrawer,
                }),
              },
              {
                path: 'contacts/:contactId/welcome',
                lazy: async () => ({
                  Component: (await import('../pages/welcome-text/welcome-text-window.tsx'))
                    .WelcomeTextWindow,
                }),
              },
            ],
          },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
    { basename: '/portal' },
  );
