import type { Schemas } from '@keyholder/api-client';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useLiveChanges } from '../live/use-live-changes.ts';
import { useWords } from '../words/words.tsx';
import { AccountBox } from './account-box.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Mark } from './mark.tsx';
import { paths } from './paths.ts';

/** The frame of every page: header, what the connection is like, the page. */
export function Shell({ me }: { readonly me: Schemas['Me'] }) {
  const words = useWords();
  const connection = useLiveChanges();
  return (
    <>
      <a className="skip-link" href="#content">
        {words.common.skip}
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <span className="shell-name">
            <Mark />
            {words.product}
          </span>
          <nav aria-label={words.shell.navigation}>
            <NavLink to={paths.sites} className="shell-link">
              {words.shell.sites}
            </NavLink>
          </nav>
          <AccountBox me={me} />
        </div>
      </header>
      <ConnectionBanner connection={connection} />
      <main className="page" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration getKey={({ pathname }) => pathname.replace(/\/contacts\/.*/u, '')} />
    </>
  );
}
