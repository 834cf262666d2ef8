import { randomUUIDv7 } from 'node:crypto';
import type { Schemas } from '@keyholder/api-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../../src/demo/demo-company.ts';
import { keyMay, PERMISSIONS, ROLES, type Permission } from '../../src/ports/permissions.ts';
import { everything } from '../support/tenants.ts';
import { tokenIn, tokenInMail, World } from '../support/world.ts';
import { gather, type Actor, type Cast } from './actors.ts';
import { bodyIds, exampleWith, ROUTES, type ApiRoute } from './api-routes.ts';
import { installFilterRemover, type FilterRemover } from './without-tenant-filters.ts';

const { robin, casey } = DEMO.people;

/** The permission table as people read it. */
const printedTable = (): string =>
  PERMISSIONS.map(({ action, level, roles, apiKey }) => {
    const may = ROLES.map((role) => (roles.includes(role) ? role : '-').padEnd(14)).join('');
    return `${action.padEnd(24)}${level.padEnd(10)}${may}${apiKey ? 'API key' : '-'}`;
  }).join('\n');

/** Somebody who must see and change nothing of ours. */
interface Intruder {
  readonly headers: Record<string, string>;
  /** An id that all of their rows hold. */
  readonly own: string;
  readonly tries: (route: ApiRoute) => boolean;
}

/** Routes of which the table does not say who may use them. */
const withoutRow = (table: readonly Permission[]): readonly string[] => {
  const levels = new Map<string, string>(table.map(({ action, level }) => [action, level]));
  const byToken = ['link', 'invitation', 'everybody', 'provider'];
  return ROUTES.filter(({ access }) =>
    access?.action === undefined
      ? !byToken.includes(access?.kind ?? 'nobody')
      : levels.get(access.action) !== access.kind,
  ).map(({ name }) => name);
};

/** What leads nowhere, where it is no id. */
const NOWHERE: Readonly<Record<string, string>> = { version: '9999', file: 'none.webp' };

let address = 0;
/** Every attempt comes from another address: what is tried here is not how often. */
const fromElsewhere = (): Record<string, string> => {
  address += 1;
  return { 'x-forwarded-for': `198.18.${Math.floor(address / 250)}.${(address % 250) + 1}` };
};

describe('attacks on every route of the API', () => {
  let world: World;
  let cast: Cast;
  const victims: Record<string, string> = {};
  let secrets: readonly string[];
  let filters: FilterRemover;

  beforeAll(async () => {
    filters = installFilterRemover();
    world = await World.start({ mails: true });
    const contact = await world.contact('+12125550160', { name: 'Victoria Target' });
    await world.send(contact.id);
    const [text] = await world.phoneGets('+12125550160', 1);
    await world.delivered(contact.id);
    const asked = await world.as<Schemas['SupportCase']>(
      robin,
      'POST',
      `/contacts/${contact.id}/support-cases`,
      { message: 'A secret question' },
    );
    const invite = async (email: string, who = robin, at = '/invitations', role = 'dealer_user') => {
      const { body } = await world.as<Schemas['People']>(who, 'POST', at, { email, role });
      return body;
    };
    const people = await invite('target@riverside.example');
    const mail = await world.mailTo('target@riverside.example', 'invited');
    const keys = await world.as<Schemas['ApiKeys']>(robin, 'GET', '/api-keys');
    const [asset] = await world.database.query<{ file: string }>(
      'select file from brand_asset where company_id = $1 limit 1',
      [DEMO.companyId],
    );
    Object.assign(victims, {
      siteId: world.site,
      contactId: contact.id,
      invitationId: people.invitations[0]!.id,
      userId: people.members.find(({ email }) => email !== robin.email)!.userId,
      apiKeyId: keys.body.items[0]!.id,
      caseId: asked.body.id,
      companyId: DEMO.companyId,
      dealer: DEMO.dealerId,
      dealerId: DEMO.dealerId,
      brandId: DEMO.brandId,
      file: asset!.file,
      version: '1',
    });
    for (const name of namesOfIds()) victims[name] ??= await post(name);
    secrets = ['Victoria', '2125550160', 'secret question', 'target@', 'Ortiz', 'RA-4471', robin.email];
    cast = await gather(world, { link: tokenIn(text!), invitation: tokenInMail(mail) });
    // What happens of its own accord has happened: from here on only attacks change anything.
    for (const { email } of Object.values(DEMO.people)) await world.sessionOf(email);
    await cast.strangerHeaders();
  }, 120_000);
  afterAll(async () => {
    await world.stop();
    filters.restore();
  });

  /** Every name under which the API takes an id. */
  const namesOfIds = (): readonly string[] =>
    ROUTES.flatMap((route) => [
      ...route.ids,
      ...route.queryIds,
      ...bodyIds(route).map((path) => path.at(-1) ?? ''),
    ]);

  /** Makes one of ours by posting the example of its collection: `/things/{thingId}` is made at `/things`. */
  const post = async (name: string): Promise<string> => {
    const at = ROUTES.find(({ address: one }) => one.includes(`/{${name}}`))?.address.split(`/{${name}}`)[0];
    const maker = ROUTES.find((route) => route.method === 'POST' && route.address === at);
    if (maker === undefined) throw new Error(`Name a "${name}" of ours in the victims.`);
    const ours = bodyIds(maker).map((path) => [path, victims[path.at(-1) ?? '']] as const);
    const who = maker.access?.kind === 'company' ? casey : robin;
    const made = await world.as<{ id?: string }>(
      who,
      'POST',
      maker.address.replace('/api/v1', ''),
      exampleWith(maker, ours),
    );
    if (made.body.id === undefined) {
      throw new Error(`${maker.name} makes no "${name}" of ours: ${JSON.stringify(made.body)}`);
    }
    return made.body.id;
  };

  const idFor = (name: string): string => {
    const id = victims[name];
    if (id === undefined) throw new Error(`Name a "${name}" of ours in the victims.`);
    return id;
  };

  /** @returns the status and what was answered; an event stream is left at once */
  const attempt = async (
    route: ApiRoute,
    at: string,
    headers: Record<string, string>,
    body: unknown,
  ): Promise<{ readonly status: number; readonly text: string }> => {
    const end = new AbortController();
    const hasBody = route.bodyType !== null && body !== undefined;
    const response = await fetch(world.url + at, {
      method: route.method,
      headers: {
        ...fromElsewhere(),
        origin: world.url,
        'if-match': '"1"',
        ...(hasBody ? { 'content-type': route.bodyType ?? '' } : {}),
        ...headers,
      },
      ...(hasBody ? { body: JSON.stringify(body) } : {}),
      redirect: 'manual',
      signal: end.signal,
    });
    const isStream = response.headers.get('content-type')?.includes('event-stream') ?? false;
    const text = isStream ? '' : await response.text();
    end.abort();
    return { status: response.status, text };
  };

  it('every route has a row in the permission table', () => {
    console.log(printedTable());
    expect(ROUTES.length).toBeGreaterThan(60);
    expect(withoutRow(PERMISSIONS)).toEqual([]);
  });

  it('a route whose row is deleted is noticed', () => {
    for (const { action } of PERMISSIONS) {
      const used = ROUTES.filter(({ access }) => access?.action === action).map(({ name }) => name);
      expect(withoutRow(PERMISSIONS.filter((one) => one.action !== action))).toEqual(used);
    }
  });

  it('every route answers every role as the table says, and who is refused changes nothing', async () => {
    const problems: string[] = [];
    let right = 0;
    /** An id that nobody has and a field that there is not: who is let in gets no further. */
    const probe = async (route: ApiRoute, actor: Actor): Promise<void> => {
      const expected = actor.expected(route);
      const at = route.address.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
        expected === 'in' ? (NOWHERE[name] ?? randomUUIDv7()) : idFor(name),
      );
      const body = expected === 'in' ? { thereIsNoSuchField: true } : exampleWith(route, []);
      const { status } = await attempt(route, at, await actor.headers(route), body);
      const isRight = expected === 'in' ? status < 500 && ![401, 403].includes(status) : status === expected;
      if (isRight) right += 1;
      else problems.push(`${route.name} as ${actor.name}: ${status}, not ${expected}`);
    };
    for (const actor of cast.actors) {
      const before = await everything(world);
      for (const route of ROUTES.filter((one) => actor.expected(one) !== 'in')) await probe(route, actor);
      const after = await everything(world);
      for (const [table, rows] of Object.entries(after)) {
        if (JSON.stringify(rows) !== JSON.stringify(before[table]))
          problems.push(`${actor.name} changed ${table}`);
      }
      for (const route of ROUTES.filter((one) => actor.expected(one) === 'in')) await probe(route, actor);
    }
    const all = ROUTES.length * cast.actors.length;
    console.log(`routes x roles: ${right}/${all}`);
    expect(problems).toEqual([]);
    expect(right).toBe(all);
  }, 240_000);

  /** Every place in a request where an id can stand. */
  const places = (): { readonly route: ApiRoute; readonly place: string; readonly id: string }[] =>
    ROUTES.filter(({ access }) => access?.kind === 'dealer' || access?.kind === 'company').flatMap(
      (route) => [
        ...route.ids.map((id) => ({ route, place: 'path', id })),
        ...route.queryIds.map((id) => ({ route, place: 'query', id })),
        ...bodyIds(route).map((path) => ({ route, place: `body ${path.join('.')}`, id: path.at(-1) ?? '' })),
      ],
    );

  /** Somebody of another company with every role there, or the software of another dealer of ours. */
  const intruders = async (): Promise<readonly Intruder[]> => [
    {
      headers: await cast.strangerHeaders(),
      own: cast.stranger.companyId,
      tries: () => true,
    },
    {
      headers: { authorization: `Bearer ${cast.sibling.key}` },
      own: cast.sibling.dealerId,
      tries: ({ access }) => access?.action !== undefined && keyMay(null, access.action),
    },
  ];

  /** Each intruder, in their own tenant, names ours in each place; returns what was wrong. */
  const nameOurs = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const intruder of await intruders()) found.push(...(await nameOursAs(intruder)));
    return found;
  };

  const nameOursAs = async ({ headers, own, tries }: Intruder): Promise<string[]> => {
    const problems: string[] = [];
    const before = await everything(world);
    for (const { route, place, id } of places().filter((one) => tries(one.route))) {
      const query = place === 'query' ? `?${id}=${idFor(id)}` : '';
      const at = route.address.replaceAll(/\{(\w+)\}/gu, (_, name: string) => idFor(name)) + query;
      const body = exampleWith(
        route,
        bodyIds(route).map((path) => [path, idFor(path.at(-1) ?? '')]),
      );
      const { status, text } = await attempt(route, at, headers, route.body === null ? undefined : body);
      const leaked = secrets.filter((secret) => text.includes(secret));
      if (leaked.length > 0) problems.push(`${route.name}, ${place} ${id}: shows ${leaked.join(', ')}`);
      if (status < 300 && (place === 'path' || route.method !== 'GET')) {
        problems.push(`${route.name}, ${place} ${id}: ${status}`);
      }
      if (status >= 500) problems.push(`${route.name}, ${place} ${id}: ${status}`);
    }
    const after = await everything(world);
    for (const [table, rows] of Object.entries(after)) {
      const theirs = (row: string): boolean => row.includes(own);
      const kept = rows.filter((row) => !theirs(row));
      if (JSON.stringify(kept) !== JSON.stringify((before[table] ?? []).filter((row) => !theirs(row)))) {
        problems.push(`${table} has changed`);
      }
    }
    return problems;
  };

  it('an id of ours in the path, the query or the body leads a stranger nowhere', async () => {
    expect(places().length).toBeGreaterThan(25);
    expect(await nameOurs()).toEqual([]);
  }, 120_000);

  it('also where no query of the whole application filters by tenant', async () => {
    filters.on = true;
    try {
      const problems = await nameOurs();
      // A bug is no leak: some statements find the stranger's own rows where they expect one.
      expect(problems.filter((problem) => !/: 5\d\d$/u.test(problem))).toEqual([]);
      expect(filters.count).toBeGreaterThan(50);
    } finally {
      filters.on = false;
    }
    expect((await world.as(casey, 'GET', '/company')).status).toBe(200);
  }, 120_000);

  it('which is the row-level security’s doing: without it the same attack is noticed', async () => {
    for (const table of ['site', 'contact']) {
      await world.database.query(`alter table ${table} disable row level security`);
    }
    filters.on = true;
    try {
      const noticed = (await nameOurs()).join('\n');
      expect(noticed).toContain('GET /api/v1/sites/{siteId}, path siteId: shows Ortiz');
      expect(noticed).toContain('PATCH /api/v1/sites/{siteId}, path siteId: 200');
      expect(noticed).toContain('public.site has changed');
    } finally {
      filters.on = false;
    }
  }, 120_000);
});
