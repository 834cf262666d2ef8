import type { SiteFilter } from '../../api/sites.ts';

/** Which sites the list's address asks for. @param search of the address */
export const siteFilterIn = (search: string): SiteFilter => {
  const asked = new URLSearchParams(search);
  const archived = asked.has('archived');
  return {
    search: asked.get('q') ?? '',
    archived,
    belowMinimum: !archived && asked.has('below'),
  };
};

/** The part of the list's address that asks for these sites; '' for all in use. */
export const searchOf = ({ search, archived, belowMinimum }: SiteFilter): string => {
  const asked = new URLSearchParams({
    ...(archived ? { archived: '' } : {}),
    ...(belowMinimum ? { below: '' } : {}),
    ...(search === '' ? {} : { q: search }),
  });
  return asked.toString();
};
