import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyMay, type Action } from '../src/ports/permissions.ts';
import { addDealer, everything, type Tenant } from './support/tenants.ts';
import { World } from './support/world.ts';

interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
  readonly security?: readonly Record<string, unknown>[];
  readonly 'x-keyholder-access': { readonly kind: string; readonly action?: Action };
}

// Read at run time, so that a new route is covered without anybody thinking of it.
const { paths } = JSON.parse(
  readFileSync(new URL('../../../packages/api-client/src/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };

const routes = Object.entries(paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    address,
    operation,
  })),
);
/** Routes with an id in their address that a key may use. */
const withIds = routes
  .filter(({ address, operation: { 'x-keyholder-access': access } }) => {
    const { kind, action } = access;
    return address.includes('{') && (kind !== 'dealer' || (action !== undefined && keyMay(null, action)));
  })
  .filter(({ operation }) => !['company', 'platform'].includes(operation['x-keyholder-access'].kind));
const linkRoutes = routes.filter(({ operation }) => operation.security?.some((one) => 'linkToken' in one));

describe("another dealer's API key", () => {
  let world: World;
  let other: Tenant;
  let contactId: string;
  beforeAll(async () => {
    world = await World.start();
    other = await addDealer(world);
    contactId = (await world.contact('+12125550100')).id;
  });
  afterAll(() => world.stop());

  /** A body that the route accepts, so that only the tenant can be the reason of a refusal. */
  const bodyOf = (operation: Operation): unknown => {
    const ref = operation.requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
    if (ref === undefined) return undefined;
    const bodies: Record<string, unknown> = {
      SiteChange: { name: 'Taken over' },
      NewContact: { name: 'Ben Ito', phone: '+12125550101' },
      ContactChange: { title: 'Taken over' },
      NewSlots: { slots: [{ contactId, slotNumber: 9 }] },
      SendWelcome: { permission: 'spoken' },
      AskSupport: { message: 'What is wrong here?' },
    };
    const body = bodies[ref];
    if (body === undefined) throw new Error(`Add a body that ${ref} accepts.`);
    return body;
  };

  const ask = (method: string, address: string, operation: Operation, key: string) => {
    const body = bodyOf(operation);
    return world.request(
      method,
      address.replace('{siteId}', world.site).replace('{contactId}', contactId),
      { authorization: `Bearer ${key}`, 'if-match': '"1"' },
      body,
    );
  };

  it('has routes to try', () => {
    expect(withIds.length).toBeGreaterThan(10);
    expect(linkRoutes.length).toBeGreaterThan(3);
  });

  it.each(withIds)(
    'finds nothing at $method $address and changes nothing',
    async ({ method, address, operation }) => {
      const before = await everything(world);
      const answer = await ask(method, address, operation, other.key);
      expect(answer.status, JSON.stringify(answer.body)).toBe(404);
      expect(answer.body).toMatchObject({ code: 'not-found' });
      expect(await everything(world)).toEqual(before);
    },
  );

  it.each(linkRoutes)('is no link at $method $address', async ({ method, address }) => {
    const before = await everything(world);
    const answer = await world.request(method, address, { authorization: `Bearer ${other.key}` });
    expect([401, 404]).toContain(answer.status);
    expect(await everything(world)).toEqual(before);
  });
});
