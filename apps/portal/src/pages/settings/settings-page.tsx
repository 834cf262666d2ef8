import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Navigate, NavLink, Outlet, useLocation, useMatch } from 'react-router';
import { meQuery } from '../../api/session.ts';
import { offeredTo, settingsNavigation } from '../../app/navigation.ts';
import { paths } from '../../app/paths.ts';
import { useWords } from '../../words/words.tsx';

/** The settings: their pages at the side, above on a phone. Each page has its own heading. */
export function SettingsPage() {
  const words = useWords();
  const isBare = useMatch(paths.settings) !== null;
  const me = useQuery(meQuery).data;
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone the strip may hide the page that is open.
    const open = strip.current?.querySelector(`[href$=${JSON.stringify(pathname)}]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  if (me === null || me === undefined) return null;
  const offered = offeredTo(me, settingsNavigation);
  const first = offered[0];
  if (isBare) return <Navigate to={first?.to ?? paths.sites} replace />;
  return (
    <div className="settings">
      <nav ref={strip} className="settings-navigation" aria-label={words.settings.navigation}>
        {offered.map(({ to, icon: Icon, name }) => (
          <NavLink key={to} to={to} className="settings-link">
            <Icon aria-hidden />
            {name(words)}
          </NavLink>
        ))}
      </nav>
      <div className="settings-content">
        <Outlet />
      </div>
    </div>
  );
}
