import { setTimeout as delay } from 'node:timers/promises';
import type { PartialScenario, SandboxControl } from '../../packages/twilio-sandbox/src/index.ts';
import type { PatientClient } from './client.ts';
import type { NetworkText } from './network.ts';
import type { Random } from './random.ts';

/** A person that the storm adds, and what was promised about them. */
export interface Person {
  readonly index: number;
  readonly phone: string;
  readonly siteId: string;
  /** The software of the dealer whose site it is. */
  readonly client: PatientClient;
  /** What the network plays for the number; a delivered text where nothing is said. */
  readonly plays: string;
  contactId: string | null;
  /** The API said that the welcome text is on its way. */
  asked: boolean;
  /** Since when the person had opted out, as the network took the STOP. */
  stoppedAt: string | null;
  /** False where the webhook found nobody: the network knows of the STOP, we have to ask. */
  stopToldByWebhook: boolean;
  confirmed: boolean;
}

const CONTACTS_PER_SITE = 100;

/** What networks do to a text that is provably taken or provably not, in parts of a hundred. */
const PLAYS: readonly (readonly [share: number, name: string, scenario: PartialScenario | null])[] = [
  [80, 'delivered', null],
  [3, 'rate limited twice', { send: { kind: 'refuse', code: 20429, times: 2 } }],
  [3, 'undelivered', { callbacks: { statuses: ['sent', 'undelivered'], errorCode: 30003 } }],
  [2, 'landline', { callbacks: { statuses: ['sent', 'undelivered'], errorCode: 30006 } }],
  [2, 'refused', { send: { kind: 'refuse', code: 21211 } }],
  [2, 'opted out before', { send: { kind: 'refuse', code: 21610 } }],
  [2, 'callbacks twice', { callbacks: { copies: 2 } }],
  [2, 'callbacks reversed', { callbacks: { order: 'reversed' } }],
  [2, 'callbacks first', { callbacks: { beforeResponse: true } }],
  [2, 'no callbacks', { callbacks: { copies: 0 } }],
];

const phoneOf = (index: number): string => {
  const areas = ['415', '617', '206', '512', '404', '602', '503', '702'];
  return `+1${areas[Math.floor(index / 8_000) % areas.length]}555${String(1_000 + (index % 8_000)).padStart(4, '0')}`;
};

const playOf = (random: Random): (typeof PLAYS)[number] => {
  let at = random.next() * 100;
  for (const play of PLAYS) {
    if (at < play[0]) return play;
    at -= play[0];
  }
  throw new Error('The parts do not make a hundred.');
};

/** Makes the sites and says what each number plays; nobody is added yet. */
export const invite = async (
  count: number,
  clients: readonly PatientClient[],
  sandbox: SandboxControl,
  random: Random,
): Promise<Person[]> => {
  const people: Person[] = [];
  const sites = new Map<string, string>();
  for (let index = 0; index < count; index += 1) {
    const dealer = index % clients.length;
    const client = clients[dealer];
    if (client === undefined) throw new Error('There is no dealer.');
    const number = `${dealer}-${Math.floor(index / (CONTACTS_PER_SITE * clients.length))}`;
    let siteId = sites.get(number);
    if (siteId === undefined) {
      const site = await client.ask('POST', '/api/v1/sites', `site-${number}`, {
        name: `Site ${number}`,
        accountNumber: `CH-${number}`,
        timeZone: 'America/Chicago',
      });
      if (site.status !== 201) throw new Error(`A site was refused: ${JSON.stringify(site.body)}`);
      siteId = String(site.body['id']);
      sites.set(number, siteId);
    }
    const [, plays, scenario] = playOf(random);
    const phone = phoneOf(index);
    if (scenario !== null) await sandbox.play(phone, scenario);
    people.push({
      index,
      phone,
      siteId,
      client,
      plays,
      contactId: null,
      asked: false,
      stoppedAt: null,
      stopToldByWebhook: false,
      confirmed: false,
    });
  }
  return people;
};

const add = async ({ phone, siteId, index, client }: Person): Promise<string> => {
  const made = await client.ask('POST', `/api/v1/sites/${siteId}/contacts`, `add-${index}`, {
    name: 'Ana Pérez',
    phone,
  });
  if (made.status === 201) return String(made.body['id']);
  if (made.body['code'] !== 'answer-lost')
    throw new Error(`A contact was refused: ${JSON.stringify(made.body)}`);
  // Carried out, but the process died before it could answer: what it made is there.
  for (let cursor = ''; ;) {
    const page = await client.ask('GET', `/api/v1/sites/${siteId}/contacts?limit=100${cursor}`, null);
    const items = (page.body['items'] ?? []) as { id: string; phone: string }[];
    const found = items.find((contact) => contact.phone === phone);
    if (found !== undefined) return found.id;
    if (typeof page.body['nextCursor'] !== 'string')
      throw new Error('A contact is said to be there and is not.');
    cursor = `&cursor=${encodeURIComponent(page.body['nextCursor'])}`;
  }
};

/** Adds every person and asks for the welcome text, several at a time. */
export const addEverybody = async (people: readonly Person[], atOnce: number): Promise<void> => {
  const waiting = [...people];
  const work = async (): Promise<void> => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      person.contactId = await add(person);
      const sent = await person.client.ask(
        'POST',
        `/api/v1/contacts/${person.contactId}/welcome`,
        `send-${person.index}`,
        {
          permission: 'spoken',
        },
      );
      person.asked = sent.status === 202 || sent.body['code'] === 'answer-lost';
      if (!person.asked) throw new Error(`A text was refused: ${JSON.stringify(sent.body)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};

const tokenIn = (body: string): string | undefined => /#([A-Za-z0-9_-]{22})/u.exec(body)?.[1];

/** People with a text in their hands: some confirm on the page, some reply STOP, the others do nothing. */
export const answer = async (
  people: ReadonlyMap<string, Person>,
  texts: readonly NetworkText[],
  url: string,
  sandbox: SandboxControl,
  random: Random,
): Promise<void> => {
  for (const text of texts) {
    const person = people.get(text.to);
    if (person === undefined || text.status !== 'delivered' || person.stoppedAt !== null || person.confirmed)
      continue;
    const does = random.next();
    if (does < 0.05) {
      const stoppedAt = new Date().toISOString();
      const reply = await sandbox.reply(text.to, text.from, 'STOP').catch(() => null);
      if (reply === null) continue;
      person.stoppedAt = stoppedAt;
      person.stopToldByWebhook = reply.webhookStatus === 204;
    } else if (does < 0.25) {
      const token = tokenIn(text.body);
      if (token === undefined) continue;
      const confirmed = await fetch(`${url}/api/welcome/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ pageVersion: 1, language: 'en' }),
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      person.confirmed = confirmed?.ok ?? false;
    }
    await delay(2);
  }
};
