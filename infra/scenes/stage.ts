import { keyholderClient, type KeyholderClient, type Schemas } from '@keyholder/api-client';
import type { RunningProduct } from '../tour/running-product.ts';

/** What the scenes play with, made through the API of a running product. */
export interface Stage {
  readonly product: RunningProduct;
  readonly api: KeyholderClient;
  readonly site: Schemas['Site'];
  readonly contact: Schemas['Contact'];
  readonly other: Schemas['Contact'];
  readonly importId: string;
}

/** The body of an answer that has to be a success. */
export const done = async <T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> => {
  const { data, error } = await call;
  if (error !== undefined || data === undefined) throw new Error(`Refused: ${JSON.stringify(error)}`);
  return data;
};

const COLUMNS = ['Account', 'Site', 'Name', 'Phone', 'Slot'];
const ROWS = [
  ['SC-1', '', 'Grace Liu', '(212) 555-0110', '7'],
  ['SC-2', 'Corner Bakery', 'Hugo Martín', '(212) 555-0111', '1'],
  ['SC-2', '', 'Nobody', 'ask at the desk', ''],
  ['SC-1', '', 'Ana Pérez', '(212) 555-0112', ''],
];

/** A site with two contacts, and an import that waits to be checked. */
export const setStage = async (product: RunningProduct): Promise<Stage> => {
  const api = keyholderClient({
    baseUrl: new URL(product.portalUrl).origin,
    headers: { Authorization: `Bearer ${product.apiKey}` },
  });
  const site = await done(
    api.POST('/api/v1/sites', {
      body: {
        name: 'Scenic Storage',
        accountNumber: 'SC-1',
        subscriberName: 'Dana Ortiz',
        address: '9 Harbor Street',
        country: 'US',
        timeZone: 'America/Chicago',
      },
    }),
  );
  const add = (name: string, phone: string, slotNumber: number) =>
    done(
      api.POST('/api/v1/sites/{siteId}/contacts', {
        params: { path: { siteId: site.id } },
        body: { name, phone, slotNumber, title: 'Manager' },
      }),
    );
  const contact = await add('Ana Pérez', '(212) 555-0112', 1);
  const other = await add('Ben O’Neil', '(212) 555-0113', 2);
  const { id: importId } = await done(
    api.POST('/api/v1/imports', { body: { fileName: 'contacts.csv', columns: COLUMNS } }),
  );
  await api.PUT('/api/v1/imports/{importId}/rows', {
    params: { path: { importId } },
    body: { first: 1, rows: ROWS },
  });
  await api.POST('/api/v1/contacts/{contactId}/support-cases', {
    params: { path: { contactId: contact.id } },
    body: { message: 'She says that it is a cell phone.\nThe check says landline.', disputedCheck: false },
  });
  return { product, api, site, contact, other, importId };
};
