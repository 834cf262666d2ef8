import type { SandboxControl } from '../../packages/twilio-sandbox/src/index.ts';

const WAIT_MS = 60_000;

/** Prints a line with the time since the program began. */
export const say = (line: string): void =>
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);

/** Waits for what may take a while. */
export async function until<T>(what: string, look: () => Promise<T | null | false>): Promise<T> {
  const giveUpAt = performance.now() + WAIT_MS;
  for (;;) {
    const found = await look().catch(() => null);
    if (found !== null && found !== false) return found;
    if (performance.now() > giveUpAt) throw new Error(`${what}: not within ${WAIT_MS / 1000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Prints what holds; ends everything where it does not. */
export function check(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Not so: ${what}`);
  say(what);
}

interface Contact {
  readonly id: string;
  readonly chip: { readonly kind: string };
  readonly status: { readonly kind: string };
}

/** Somebody who was welcomed, as the dealer's software sees them. */
export interface Welcomed {
  /** Waits until the contact has this status. */
  shows(kind: string): Promise<unknown>;
  /** What the API answers about the contact. */
  look(): Promise<Response>;
}

/** Asks the API as a dealer's software, or as a page. */
const askAt =
  (url: string) =>
  async <T>(method: string, path: string, token: string, body?: unknown): Promise<T> => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };

/** Add, validate, send. */
export async function welcome(url: string, apiKey: string, phone: string): Promise<Welcomed> {
  const ask = askAt(url);
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/v1/sites', apiKey);
  const site = `/api/v1/sites/${items[0]?.id}/contacts`;
  const { id } = await ask<Contact>('POST', site, apiKey, { name: 'Ana Pérez', phone });
  const checked = await ask<Contact>('POST', `/api/v1/contacts/${id}/validation`, apiKey);
  check('the number is valid: green', checked.chip.kind === 'valid_number');
  await ask('POST', `/api/v1/contacts/${id}/welcome`, apiKey, { permission: 'spoken' });
  const look = () =>
    fetch(`${url}/api/v1/contacts/${id}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return {
    look,
    shows: (kind) =>
      until(`status ${kind}`, async () => ((await (await look()).json()) as Contact).status.kind === kind),
  };
}

/** Add, validate, send, open the page, confirm. */
export async function mainJob(
  url: string,
  apiKey: string,
  sandbox: SandboxControl,
): Promise<Welcomed & { readonly pagePath: string }> {
  const phone = '+12125550100';
  const person = await welcome(url, apiKey, phone);
  const text = await until('the text', async () => (await sandbox.textsTo(phone))[0] ?? null);
  await person.shows('pending_confirmation');
  say('the text was delivered: yellow');
  const link = new URL(/https?:\/\/\S+#\S+/u.exec(text.body)?.[0] ?? '');
  const page = await fetch(url + link.pathname);
  check('the welcome page is there', page.ok && (await page.text()).includes('Confirm'));
  const shown = { pageVersion: 1, language: 'en' };
  await askAt(url)('POST', '/api/welcome/confirm', link.hash.slice(1), shown);
  await person.shows('confirmed');
  say('the contact has confirmed: blue');
  check('the portal is there', (await fetch(`${url}/portal/`)).ok);
  return { ...person, pagePath: link.pathname };
}
