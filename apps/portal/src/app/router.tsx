import { createBrowserRouter } from 'react-router';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { lazyPage } from './lazy-page.ts';
import { entryPages, pages } from './pages.tsx';
import { paths } from './paths.ts';
import { SignedIn } from './signed-in.tsx';

/** The portal's addresses: what everybody may open, and the pages behind the sign-in. */
export const createRouter = () =>
  createBrowserRouter(
    [
      {
        path: paths.signIn,
        errorElement: <ErrorPage />,
        lazy: lazyPage(() => import('../pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
        HydrateFallback: () => null,
      },
      ...entryPages,
      {
        path: '/',
        Component: SignedIn,
        errorElement: <ErrorPage />,
        HydrateFallback: () => null,
        children: [...pages, { path: '*', Component: NotFoundPage }],
      },
    ],
    { basename: '/portal' },
  );
