import { z } from 'zod';
import { SCOPES, type Scope } from '../ports/permissions.ts';

const moment = z.iso.datetime();
const scopes = z.array(z.enum(SCOPES as [Scope, ...Scope[]]));

const ApiKeySchema = z
  .strictObject({
    id: z.uuid().describe('Id of the key.'),
    name: z.string().describe('What it is for.'),
    prefix: z.string().describe('Its first characters, to recognise it by.'),
    scopes: scopes.nullable().describe('What it can do; null: everything that a key can.'),
    createdAt: moment.describe('When it was made.'),
    createdBy: z.string().nullable().describe('Who made it.'),
    expiresAt: moment.nullable().describe('When it ends by itself; null: never.'),
    lastUsedAt: moment.nullable().describe('When it was last used, to the minute; null: never.'),
    revokedAt: moment.nullable().describe('When it was revoked; null: it was not.'),
  })
  .meta({ id: 'ApiKey', description: 'A key to this API for the dealer’s own software.' });
export type ApiKeyView = z.infer<typeof ApiKeySchema>;

export const ApiKeysSchema = z
  .strictObject({
    items: z.array(ApiKeySchema).describe('The newest first; revoked ones too.'),
    scopes: scopes.describe('Every scope that a key can carry.'),
  })
  .meta({ id: 'ApiKeys', description: 'The keys of the dealer.' });

export const NewApiKeySchema = z
  .strictObject({
    name: z.string().max(1000).describe('What it is for, 1–60 characters.'),
    scopes: z.array(z.string().max(50)).max(50).describe('What it can do: one or more scopes.'),
    expiresAt: moment.nullish().describe('When it ends by itself, within two years; null: never.'),
  })
  .meta({
    id: 'NewApiKey',
    description: 'A key that is wanted.',
    example: { name: 'Automation bridge', scopes: ['contacts:read', 'contacts:write'] },
  });

export const CreatedApiKeySchema = z
  .strictObject({
    key: z
      .string()
      .describe('The key itself, khk_ and 43 characters. It is shown this once and kept nowhere.'),
    apiKey: ApiKeySchema.describe('What is kept of it.'),
  })
  .meta({ id: 'CreatedApiKey', description: 'A key that was just made.' });
export type CreatedApiKey = z.infer<typeof CreatedApiKeySchema>;
