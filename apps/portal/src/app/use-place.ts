import { useLocation, type To } from 'react-router';
import { paths } from './paths.ts';

/** The windows about one site and its contacts, over the page that one is on. */
export interface Place {
  /** The page itself: where a window closes to. */
  readonly page: To;
  readonly createContact: To;
  readonly slots: To;
  contact(contactId: string): To;
  editContact(contactId: string): To;
  welcomeText(contactId: string): To;
  askSupport(contactId: string): To;
}

/** Windows open over Home or over the site's page, wherever one is; what a page was asked for (`?…`) stays. */
export const usePlace = (siteId: string): Place => {
  const { pathname, search } = useLocation();
  const isHome = pathname.startsWith(paths.home);
  const base = isHome ? `${paths.home}/${siteId}` : paths.site(siteId);
  const to = (path: string): To => ({ pathname: path, search });
  const ofContact = (contactId: string): string => `${base}/contacts/${contactId}`;
  return {
    page: to(isHome ? paths.home : base),
    createContact: to(`${base}/contacts/create`),
    slots: to(`${base}/slots`),
    contact: (contactId) => to(ofContact(contactId)),
    editContact: (contactId) => to(`${ofContact(contactId)}/edit`),
    welcomeText: (contactId) => to(`${ofContact(contactId)}/welcome`),
    askSupport: (contactId) => to(`${ofContact(contactId)}/support`),
  };
};
