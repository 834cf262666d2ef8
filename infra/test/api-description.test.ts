import { expect, test } from 'vitest';
import { gapsIn, type ApiDescription } from '../api-description.ts';

const operation = {
  summary: 'Add a thing',
  parameters: [{ name: 'thingId', description: 'Id of the thing.' }],
  requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
  responses: { 200: { description: 'The thing.' } },
};
const thing = {
  description: 'A thing.',
  example: { name: 'x' },
  properties: {
    name: { description: 'Its name.' },
    parts: { description: 'Its parts.', items: { properties: { size: { description: 'In mm.' } } } },
    other: { $ref: '#/components/schemas/Thing' },
  },
};
const api = (schema: object, more: object = {}): ApiDescription => ({
  components: { schemas: { Thing: schema } },
  paths: { '/things': { post: { ...operation, ...more } } },
});

test('a complete description has no gaps', () => {
  expect(gapsIn(api(thing))).toEqual([]);
});

test.each<[string, ApiDescription, string]>([
  ['a schema', api({ ...thing, description: undefined }), 'Thing'],
  ['a field', api({ ...thing, properties: { name: {} } }), 'Thing.name'],
  [
    'a field of the items of a list',
    api({
      ...thing,
      properties: { parts: { description: 'Its parts.', items: { properties: { size: {} } } } },
    }),
    'Thing.parts.size',
  ],
  [
    'a field of one of several shapes',
    api({ ...thing, properties: {}, anyOf: [{ properties: { a: {} } }] }),
    'Thing.a',
  ],
  ['an example', api({ ...thing, example: undefined }), 'POST /things: an example of its body'],
  ['a summary', api(thing, { summary: undefined }), 'POST /things: its summary'],
  ['a parameter', api(thing, { parameters: [{ name: 'limit' }] }), 'POST /things: parameter limit'],
  ['an answer', api(thing, { responses: { 204: { description: '' } } }), 'POST /things: answer 204'],
])('what is missing is named: %s', (_, description, gap) => {
  expect(gapsIn(description)).toEqual([gap]);
});
