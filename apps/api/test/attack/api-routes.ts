import { readFileSync } from 'node:fs';
import type { Action } from '../../src/ports/permissions.ts';

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: JsonSchema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly 'x-keyholder-access'?: { readonly kind: AccessKind; readonly action?: Action };
}

type AccessKind =
  'self' | 'dealer' | 'company' | 'platform' | 'link' | 'invitation' | 'provider' | 'everybody';

/** A route as the OpenAPI file describes it. */
export interface ApiRoute {
  readonly name: string;
  readonly method: string;
  readonly address: string;
  readonly access: { readonly kind: AccessKind; readonly action?: Action } | undefined;
  /** Names of the ids in the address. */
  readonly ids: readonly string[];
  /** Names of the query's parameters that hold an id. */
  readonly queryIds: readonly string[];
  readonly bodyType: string | null;
  /** Schema of the body, resolved; null where none is taken. */
  readonly body: JsonSchema | null;
}

// Read at run time, so that a new route is attacked without anybody thinking of it.
const document = JSON.parse(
  readFileSync(new URL('../../../../packages/api-client/src/openapi.json', import.meta.url), 'utf8'),
) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
};

/** A schema without references. */
const resolve = (schema: JsonSchema): JsonSchema => {
  if (schema.$ref === undefined) return schema;
  const named = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  if (named === undefined) throw new Error(`The OpenAPI file lacks ${schema.$ref}.`);
  return named;
};

const isId = (schema: JsonSchema | undefined): boolean => schema?.format === 'uuid';

/** Every route of the API. */
export const ROUTES: readonly ApiRoute[] = Object.entries(document.paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]): ApiRoute => {
    const content = Object.entries(operation.requestBody?.content ?? {})[0];
    return {
      name: `${method.toUpperCase()} ${address}`,
      method: method.toUpperCase(),
      address,
      access: operation['x-keyholder-access'],
      ids: [...address.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ''),
      queryIds: (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'query' && isId(parameter.schema))
        .map(({ name }) => name),
      bodyType: content?.[0] ?? null,
      body: content === undefined ? null : resolve(content[1].schema),
    };
  }),
);

/** Paths of the fields of a body that pass a filter, with their schema; `[]` leads into arrays. */
const fieldsOf = (
  schema: JsonSchema,
  passes: (field: JsonSchema) => boolean,
  at: readonly string[] = [],
): readonly (readonly string[])[] => {
  const resolved = resolve(schema);
  const own = at.length > 0 && passes(resolved) ? [at] : [];
  const below = Object.entries(resolved.properties ?? {}).flatMap(([name, field]) =>
    fieldsOf(field, passes, [...at, name]),
  );
  const items = resolved.items === undefined ? [] : fieldsOf(resolved.items, passes, [...at, '[]']);
  const choices = (resolved.anyOf ?? []).flatMap((choice) => fieldsOf(choice, passes, at));
  return [...own, ...below, ...items, ...choices];
};

/** Paths of the ids in a body. */
export const bodyIds = (route: ApiRoute): readonly (readonly string[])[] =>
  route.body === null ? [] : fieldsOf(route.body, isId);

/** Paths of the free texts in a body: neither ids nor moments nor one of a few words. */
export const bodyTexts = (route: ApiRoute): readonly (readonly string[])[] =>
  route.body === null
    ? []
    : fieldsOf(
        route.body,
        (field) => field.type === 'string' && field.format === undefined && !('enum' in field),
      );

/** The body's example, with some fields set. */
export const exampleWith = (
  route: ApiRoute,
  changes: readonly (readonly [path: readonly string[], value: unknown])[],
): unknown => {
  const body = structuredClone(route.body?.example ?? {}) as Record<string, unknown>;
  for (const [path, value] of changes) set(body, path, value);
  return body;
};

const set = (target: Record<string, unknown> | unknown[], path: readonly string[], value: unknown): void => {
  const [first, second, ...rest] = path;
  if (first === undefined) return;
  const key = first === '[]' ? 0 : first;
  const holder = target as Record<string | number, unknown>;
  if (second === undefined) {
    holder[key] = value;
    return;
  }
  if (typeof holder[key] !== 'object' || holder[key] === null) holder[key] = second === '[]' ? [] : {};
  set(holder[key] as Record<string, unknown>, [second, ...rest], value);
};
