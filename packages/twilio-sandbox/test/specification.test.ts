import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validationErrors } from '../src/scenario.ts';
import { authToken, accountSid, from, service, settled, startWorld } from './harness.ts';
import type { World } from './harness.ts';

/** Twilio's own OpenAPI files: not part of the repository, so these tests show as skipped where they are absent. */
const folder = join(import.meta.dirname, '../../../../shared/data/twilio');
const present = existsSync(folder);

interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: string[];
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Specification {
  components: { schemas: Record<string, Schema> };
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content: Record<string, { schema: Schema }> }> }>
  >;
}

function read(file: string): Specification {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as Specification;
}

/** Where a value differs from a schema in names, types, enums or patterns. */
function differences(value: unknown, schema: Schema, specification: Specification, at = '$'): string[] {
  if (schema.$ref !== undefined) {
    const target = specification.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (target === undefined) return [`${at}: ${schema.$ref} is not there`];
    // A reference cannot be marked nullable in these files, though Twilio's own examples hold null there.
    return value === null ? [] : differences(value, target, specification, at);
  }
  if (value === null) return schema.nullable === false ? [`${at}: null`] : [];
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  if (schema.enum !== undefined && !schema.enum.includes(words)) return [`${at}: ${words}`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(words)) {
    return [`${at}: ${words} does not match`];
  }
  if (schema.type === 'array') {
    if (!Array.isArray(value)) return [`${at}: no array`];
    return value.flatMap((item, index) =>
      differences(item, schema.items ?? {}, specification, `${at}[${index}]`),
    );
  }
  if (schema.type === 'object' && schema.properties !== undefined) {
    const object = value as Record<string, unknown>;
    const names = Object.keys(schema.properties);
    return [
      ...names.filter((name) => !(name in object)).map((name) => `${at}.${name}: missing`),
      ...Object.keys(object)
        .filter((name) => !names.includes(name))
        .map((name) => `${at}.${name}: unknown`),
      ...names.flatMap((name) =>
        name in object
          ? differences(object[name], schema.properties?.[name] ?? {}, specification, `${at}.${name}`)
          : [],
      ),
    ];
  }
  const types: Record<string, string> = { integer: 'number', string: 'string', boolean: 'boolean' };
  const wanted = types[schema.type ?? ''];
  return wanted !== undefined && typeof value !== wanted ? [`${at}: ${typeof value}, not ${wanted}`] : [];
}

describe.skipIf(!present)("Twilio's OpenAPI files", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.close());

  const get = async (path: string) => {
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
    return (await fetch(world.sandbox.url + path, { headers: { authorization } })).json();
  };
  const schemaOf = (specification: Specification, path: string, method: string, status: string): Schema =>
    specification.paths[path]?.[method]?.responses[status]?.content['application/json']?.schema ?? {
      $ref: 'no such operation',
    };
  const messages = '/2010-04-01/Accounts/{AccountSid}/Messages.json';

  test('the check itself finds what is missing, unknown and of the wrong type', () => {
    const schema: Schema = { type: 'object', properties: { a: { type: 'string' }, b: { enum: ['x'] } } };
    const found = differences({ a: 1, c: 2 }, schema, { components: { schemas: {} }, paths: {} });
    expect(found).toEqual(['$.b: missing', '$.c: unknown', '$.a: number, not string']);
  });

  test('a message in every state, and the list', async () => {
    const specification = read('twilio_api_v2010.json');
    const resource = schemaOf(specification, messages, 'post', '201');
    const single = `/2010-04-01/Accounts/${accountSid}/Messages`;
    await world.control.holdCallbacks();
    const created = await Promise.all([
      world.client.messages.create({ to: '+12125550123', from, body: 'Hi' }),
      world.client.messages.create({ to: '+12125550123', messagingServiceSid: service, body: 'Hi' }),
      world.client.messages.create({ to: '+13055550106', from, body: 'Hi' }),
    ]);
    const check = async () => {
      for (const { sid } of created) {
        expect(differences(await get(`${single}/${sid}.json`), resource, specification)).toEqual([]);
      }
    };
    await check();
    await world.control.releaseCallbacks();
    await settled(world.control);
    await world.control.reply('+12125550123', from, 'Hi');
    await check();
    const list = schemaOf(specification, messages, 'get', '200');
    for (const query of ['', '?PageSize=2', '?PageSize=2&Page=1']) {
      expect(differences(await get(`${single}.json${query}`), list, specification)).toEqual([]);
    }
  });

  test('look-ups of every kind', async () => {
    const specification = read('twilio_lookups_v2.json');
    const schema = schemaOf(specification, '/v2/PhoneNumbers/{PhoneNumber}', 'get', '200');
    for (const number of [
      '+12125550123',
      '+13035550100',
      '+18335550100',
      '+17205550100',
      '+17205550109',
      '+1212',
    ]) {
      const answer = await get(`/v2/PhoneNumbers/${number}?Fields=line_type_intelligence`);
      expect(differences(answer, schema, specification)).toEqual([]);
    }
    expect(specification.components.schemas['ValidationError']?.enum).toEqual([...validationErrors]);
  });
});
