import { afterAll, beforeAll, describe, it } from 'vitest';
import { Dealer } from '../support/dealer.ts';
import { changesNothing, isProblem, namesField } from '../support/problems.ts';
import { answerTo } from '../support/raw-requests.ts';
import { addApiKey, demoTenant } from '../support/tenants.ts';
import { World, type Answer } from '../support/world.ts';

describe('requests that cannot be understood are answered as problems, and nothing is stored', () => {
  let world: World;
  let contacts: string;
  beforeAll(async () => {
    world = await World.start();
    contacts = `/api/v1/sites/${world.site}/contacts`;
    await world.contact('+12125550100');
  });
  afterAll(() => world.stop());

  /** A body as it is, whatever it is. */
  const raw = async (
    body: string | Uint8Array<ArrayBuffer>,
    contentType: string | null = 'application/json',
    address = contacts,
  ): Promise<Answer> => {
    const response = await fetch(world.url + address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${world.access.apiKey}`,
        ...(contentType === null ? {} : { 'content-type': contentType }),
      },
      body,
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };
  const refused = (ask: () => Promise<Answer>, status: number) =>
    changesNothing(world, async () => isProblem(await ask(), status));

  const GOOD = '{"name":"Ben Ito","phone":"(212) 555-0101"}';

  it.each([
    ['that is no HTTP', 'hello\r\n\r\n', 400],
    ['of another protocol', 'GET / SMTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['with a header that is none', 'GET / HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n', 400],
    ['with two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['without a host', 'GET /api/v1/sites HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['with headers too large', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['with an address too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ])('a request %s', (_, bytes, status) => refused(() => answerTo(world.url, bytes), status));

  it.each([
    ['cut off', GOOD.slice(0, -1)],
    ['with a comma too many', GOOD.replace('}', ',}')],
    ['with single quotes', GOOD.replaceAll('"', "'")],
    ['with a comment', `// hi\n${GOOD}`],
    ['two of them', GOOD + GOOD],
    ['empty', ''],
    ['not JSON at all', 'name=Ben&phone=2125550101'],
    ['that would change every object', '{"__proto__":{"name":"x"}}'],
    ['nested without end', '['.repeat(20_000)],
  ])('JSON %s', (_, body) => refused(() => raw(body), 400));

  it.each([
    ['a list', `[${GOOD}]`],
    ['a word', '"Ben"'],
    ['a number', '7'],
    ['null', 'null'],
    ['an empty object', '{}'],
  ])('a body that is %s', (_, body) => refused(() => raw(body), 422));

  it('bytes that are no UTF-8', () =>
    refused(() => raw(new Uint8Array([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')])), 422));

  it('a body that is too large', async () => {
    await refused(() => raw(GOOD.replace('Ben Ito', 'x'.repeat(70_000))), 413);
    await refused(() => raw(' '.repeat(70_000)), 413);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x'])(
    'the content type %s',
    (contentType) => refused(() => raw(GOOD, contentType), 415),
  );

  it.each(['xyz', '!', 'bm9uc2Vuc2U', Buffer.from('["a","b"]').toString('base64url'), 'x'.repeat(5_000)])(
    'the cursor %s',
    (cursor) =>
      changesNothing(world, async () => {
        for (const list of ['/sites', `/sites/${world.site}/contacts`]) {
          namesField(await world.call('GET', `${list}?cursor=${cursor}`), 'cursor');
        }
      }),
  );

  it('the cursor of another list', async () => {
    await new Dealer(world).site({ name: 'Aardvark Books' });
    const { body } = await world.call<{ nextCursor: string }>('GET', '/sites?limit=1');
    namesField(await world.call('GET', `/sites/${world.site}/contacts?cursor=${body.nextCursor}`), 'cursor');
  });

  it.each(['0', '-1', '101', '1.5', 'many', '1e9'])('the limit %s', async (limit) => {
    namesField(await world.call('GET', `/sites?limit=${limit}`), 'limit');
  });

  it('a question that there is not, or that is asked twice', async () => {
    namesField(await world.call('GET', '/sites?colour=red'), 'colour');
    namesField(await world.call('GET', '/sites?limit=1&limit=2'), 'limit');
    isProblem(await world.call('GET', '/sites?query=a&query=b'), 422);
  });

  it.each(['%00', '%', '%25', '_', '\\', "'", '%F0%9F%99%82', '%E2%80%AE', 'a%20%26%20b'])(
    'a search for %s answers a list or says what is wrong',
    async (words) => {
      const answer = await world.call('GET', `/sites?query=${words}`);
      if (answer.status !== 200) isProblem(answer, answer.status === 422 ? 422 : 400);
    },
  );

  it.each([
    ['nothing of ours', 'GET', '/nothing', 404],
    ['an id that is none', 'GET', '/contacts/1', 404],
    ['an id with something behind it', 'GET', '/contacts/019ac0de-0000-7000-8000-000000000001%27--', 404],
    ['an id that nobody has', 'GET', '/contacts/019ac0de-0000-7000-8000-000000000001', 404],
    ['a folder above', 'GET', '/..%2f..%2fetc%2fpasswd', 404],
    ['a method that the address does not have', 'PUT', '/sites', 404],
    ['a method that the address does not have', 'DELETE', '/sites', 404],
  ])('%s: %s %s', (_, method, address, status) => refused(() => world.call(method, address), status));

  it('credentials: none, unknown, of another kind, in another place', async () => {
    const { apiKey } = world.access;
    const asks = (headers: Record<string, string>, address = '/api/v1/sites') =>
      world.request('GET', address, headers);
    for (const authorization of ['', 'Bearer', 'Bearer ', 'Bearer khk_unknown', `Basic ${apiKey}`, apiKey]) {
      isProblem(await asks({ authorization }), 401);
    }
    isProblem(await asks({}), 401);
    isProblem(await asks({ cookie: `better-auth.session_token=${apiKey}` }), 401);
    isProblem(await asks({}, `/api/v1/sites?apiKey=${apiKey}`), 401);
    isProblem(await asks({ authorization: `Bearer ${apiKey.slice(0, -1)}` }), 401);
  });

  it('a key without the scope', async () => {
    const key = await addApiKey(world, demoTenant(world), { scopes: [] });
    isProblem(await world.call('GET', '/sites', undefined, key), 403);
  });
});
