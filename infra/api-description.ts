/** A JSON schema, as far as it is read here. */
interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Described {
  readonly description?: string;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly (Described & { readonly name: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, Described>>;
}

/** An OpenAPI document, as far as it is read here. */
export interface ApiDescription {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Fields without a description. One that refers to a component is described by it. */
function undescribedFields(schema: Schema, at: string): string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = field.description === undefined && field.$ref === undefined ? [`${at}.${name}`] : [];
    return [...own, ...undescribedFields(field, `${at}.${name}`)];
  });
  const parts = [schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? [], schema.allOf ?? []].flat();
  return [...fields, ...parts.flatMap((part) => undescribedFields(part, at))];
}

function gapsOfOperation(operation: Operation, name: string, { components }: ApiDescription): string[] {
  const json = operation.requestBody?.content['application/json']?.schema;
  const body = json?.$ref === undefined ? json : components.schemas[json.$ref.split('/').at(-1) ?? ''];
  const named = (entries: readonly (readonly [string, Described])[]): string[] =>
    entries.filter(([, one]) => (one.description ?? '') === '').map(([what]) => `${name}: ${what}`);
  return [
    ...(operation.summary === undefined ? [`${name}: its summary`] : []),
    ...named((operation.parameters ?? []).map((one) => [`parameter ${one.name}`, one])),
    ...named(Object.entries(operation.responses).map(([status, one]) => [`answer ${status}`, one])),
    ...(json !== undefined && body?.example === undefined ? [`${name}: an example of its body`] : []),
  ];
}

/** What a reader of the API's description looks for and does not find, one line each. */
export function gapsIn(description: ApiDescription): string[] {
  const schemas = Object.entries(description.components.schemas);
  return [
    ...schemas.filter(([, schema]) => schema.description === undefined).map(([name]) => name),
    ...schemas.flatMap(([name, schema]) => undescribedFields(schema, name)),
    ...Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, operation]) =>
        gapsOfOperation(operation, `${method.toUpperCase()} ${path}`, description),
      ),
    ),
  ];
}
