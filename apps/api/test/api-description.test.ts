import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0] & object & { readonly example?: unknown };

const file = path.join(import.meta.dirname, '../../../packages/api-client/src/openapi.json');
const { components } = JSON.parse(readFileSync(file, 'utf8')) as {
  components: { schemas: Record<string, JsonSchema> };
};
const examples = Object.entries(components.schemas).flatMap(([name, schema]) =>
  schema.example === undefined ? [] : [[name, schema, schema.example] as const],
);

/** The component on its own, with those that it refers to inside. */
const schemaOf = (schema: JsonSchema): z.ZodType => {
  const text = JSON.stringify({ ...schema, $defs: components.schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema);
};

describe('the examples in the API description', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  it.each(examples)('%s: fits', (_, schema, example) => {
    expect(schemaOf(schema).safeParse(example).error).toBeUndefined();
  });
});
