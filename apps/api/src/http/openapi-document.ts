import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { EVENT_KINDS } from '@keyholder/domain/events/contact-event';
import { z } from 'zod';

/** Converts zod schemas to components; those with an `id` become named ones. */
const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  // Answers are described as given, never as parsed, so both directions have one shape.
  const json = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: schemaType === 'output' ? 'output' : 'input',
  });
  const { $defs = {}, $schema: _, ...root } = json;
  const components = Object.fromEntries(
    Object.entries($defs).map(([name, definition]) => [name, withoutId(definition)]),
  );
  const { id } = root;
  if (typeof id !== 'string') return { schema: root, components };
  return {
    schema: { $ref: `#/components/schemas/${id}` },
    components: { ...components, [id]: withoutId(root) },
  };
};

const withoutId = ({ id: _, ...schema }: Record<string, unknown>): Record<string, unknown> => schema;

/** Every POST of a dealer takes an `Idempotency-Key`; it is read before any route is. */
const withIdempotencyKey = (document: OpenAPIObject): OpenAPIObject => {
  for (const [address, path] of Object.entries(document.paths)) {
    if (!address.startsWith('/api/v1/') || path.post === undefined) continue;
    path.post.parameters = [
      ...(path.post.parameters ?? []),
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description:
          '1–255 visible ASCII characters, for example a UUID. The same key and body get the same answer for 7 days and are carried out once; with another body it is refused (409).',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ];
  }
  return document;
};

/** "siteId" as words: "Id of the site." */
const nameInWords = (name: string): string =>
  `Id of the ${name.replace(/Id$/u, '').replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}.`;

const OPERATIONS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** What is the same for every operation is said here once: ids in addresses, and answers that are as described. */
const withPlainWords = (document: OpenAPIObject): OpenAPIObject => {
  for (const path of Object.values(document.paths)) {
    for (const operation of OPERATIONS.flatMap((method) => path[method] ?? [])) {
      for (const parameter of operation.parameters ?? []) {
        if ('in' in parameter && parameter.in === 'path')
          parameter.description ||= nameInWords(parameter.name);
      }
      for (const answer of Object.values(operation.responses)) {
        if (answer === undefined || '$ref' in answer) continue;
        answer.description ||= answer.content === undefined ? 'Done; nothing more to say.' : 'As asked.';
      }
    }
  }
  return document;
};

/** What webhooks send, under the name of each event. */
const withEvents = (document: OpenAPIObject): OpenAPIObject => ({
  ...document,
  webhooks: Object.fromEntries(
    Object.entries(EVENT_KINDS).map(([kind, description]) => [
      kind,
      {
        post: {
          summary: description,
          parameters: (
            [
              ['webhook-id', 'Id of the event, the same at every try: take it once.'],
              [
                'webhook-timestamp',
                'When it was sent, in seconds since 1970: refuse what is older than five minutes.',
              ],
              [
                'webhook-signature',
                'One or more signatures (v1,…), separated by spaces: one that fits is enough.',
              ],
            ] as const
          ).map(([name, words]) => ({
            name,
            in: 'header',
            required: true,
            description: words,
            schema: { type: 'string' },
          })),
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } },
          },
          responses: { '2XX': { description: 'Taken. Anything else: it is tried again, for three days.' } },
        },
      },
    ]),
  ),
});

/** The OpenAPI 3.1 document of the API, from its controllers and schemas. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Keyholder API')
    .setVersion('1')
    .setDescription(
      'Contacts of alarm sites: create, validate, welcome, confirm. Errors are application/problem+json (RFC 9457). Unknown fields are refused.',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An API key of the dealer, khk_…' },
      'apiKey',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: "The token of a contact's link." },
      'linkToken',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'The token of an invitation.' },
      'invitationToken',
    )
    .addCookieAuth('better-auth.session_token', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, { standardSchemaConverter: convert });
  return withEvents(withPlainWords(withIdempotencyKey(document)));
};
