import { keyholderClient } from '@keyholder/api-client';
import { portalLanguage } from '../words/languages.ts';
import { actingDealer } from './acting.ts';

/** The Keyholder API on the origin that serves the portal, asked with the session's cookie. */
export const api = keyholderClient({ baseUrl: window.location.origin });

api.use({
  onRequest: ({ request }) => {
    request.headers.set('Accept-Language', portalLanguage());
    const dealerId = actingDealer();
    if (dealerId !== null) request.headers.set('Keyholder-Dealer', dealerId);
    return request;
  },
});
