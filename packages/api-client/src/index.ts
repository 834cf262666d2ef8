import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

/** The shapes of the API by name, for example `Schemas['Contact']`. Generated from the OpenAPI document. */
export type Schemas = components['schemas'];

/** A typed client of the Keyholder API; see the OpenAPI document for what each call does. */
export type KeyholderClient = Client<paths>;

/**
 * Makes a client.
 * @param options `baseUrl`: where the API is reached; `headers`: for example `{ Authorization: 'Bearer khk_…' }`
 *   for an API key. A browser with a session needs neither key nor header.
 */
export const keyholderClient = (options: ClientOptions): KeyholderClient => createClient<paths>(options);
