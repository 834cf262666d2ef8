import type { Schemas } from '@keyholder/api-client';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { useLiveChanges } from '../live/use-live-changes.ts';
import { useWords } from '../words/words.tsx';
import { AccountBox } from './account-box.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Mark } from './mark.tsx';
import { TextingBanner } from './texting-banner.tsx';
import { mainNavigation, offeredTo } from './navigation.ts';
import { useSearchShortcut } from './use-search-shortcut.ts';

/** The frame of every page: header, what the connection is like, the page. */
export function Shell({ me }: { readonly me: Schemas['Me'] }) {
  const words = useWords();
  useSearchShortcut(me.actions.includes('sites:read'));
  const connection = useLiveChanges(me.dealer?.id ?? null);
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
          <nav className="shell-navigation" aria-label={words.shell.navigation}>
            {offeredTo(me, mainNavigation).map(({ to, icon: Icon, name }) => (
              <NavLink key={to} to={to} className="shell-link">
                <Icon aria-hidden />
                {name(words)}
              </NavLink>
            ))}
          </nav>
          <AccountBox me={me} />
        </div>
      </header>
      <ConnectionBanner connection={connection} />
      {me.dealer !== null && me.actions.includes('dealer_settings:read') && <TextingBanner />}
      <main className="page" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration
        getKey={({ pathname }) => pathname.replace(/(?:\/contacts\/.*|\/slots|\/edit)$/u, '')}
      />
    </>
  );
}
