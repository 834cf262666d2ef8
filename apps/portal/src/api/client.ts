import { keyholderClient } from '@keyholder/api-client';

/** The Keyholder API on the origin that serves the portal, asked with the session's cookie. */
export const api = keyholderClient({ baseUrl: window.location.origin });
