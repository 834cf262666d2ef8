import { useQueryClient } from '@tanstack/react-query';
import { contactKeys, type Contact } from '../../api/contacts.ts';
import { homeKeys } from '../../api/home.ts';
import { siteKeys } from '../../api/sites.ts';

/** Has everything that shows a contact read again, after something was done with it. */
export const useContactRefresh = (): ((contact: Pick<Contact, 'id' | 'siteId'>) => void) => {
  const client = useQueryClient();
  return ({ id, siteId }) => {
    void client.invalidateQueries({ queryKey: contactKeys.one(id) });
    void client.invalidateQueries({ queryKey: siteKeys.one(siteId) });
    void client.invalidateQueries({ queryKey: homeKeys.all });
  };
};
