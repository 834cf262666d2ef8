// The plain alternative: what a good engineer writes by hand with Fastify and pg, and nothing else. It does the same
// durable work as the API: the same key check, row-level security settings, statements (the event that webhooks are sent
// from and the note for the site's overview included) and answers.
import { createHash, randomUUIDv7 } from 'node:crypto';
import { checkContact } from '@keyholder/domain/contact/contact-details';
import type { CountryCode } from '@keyholder/domain/phone/country';
import Fastify, { type FastifyRequest } from 'fastify';
import pg from 'pg';
import { z } from 'zod';
import { storedContact } from '../../../apps/api/src/adapters/postgres/contact-facts.ts';
import { contactView } from '../../../apps/api/src/contacts/queries/contact-view.ts';
import { CONTACTS_OF_SITE, NOTE_SITES, ONE_CONTACT, WRITE_EVENTS } from './statements.ts';

// As the API's pool: moments stay words until somebody needs a Date.
const { DATE, TIMESTAMP, TIMESTAMPTZ } = pg.types.builtins;
for (const type of [DATE, TIMESTAMP, TIMESTAMPTZ]) pg.types.setTypeParser(type, (text) => text);

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'] ?? '',
  max: 10,
  options: '-c role=keyholder_app -c timezone=UTC',
});

interface Key {
  readonly id: string;
  readonly company_id: string;
  readonly dealer_id: string;
  readonly name: string;
}
type FactsRow = Parameters<typeof storedContact>[0];

const keyOf = async (request: FastifyRequest): Promise<Key | null> => {
  const token = /^Bearer (khk_\S+)$/u.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  const hash = createHash('sha256').update(token).digest();
  const text = 'select * from find_api_key($1)';
  return (await pool.query<Key>({ name: 'key', text, values: [hash] })).rows[0] ?? null;
};

/** One transaction as the tenant. */
const asTenant = async <T>(key: Key, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'tenant',
      text: "select set_config('app.company', $1, true), set_config('app.dealer', $2, true)",
      values: [key.company_id, key.dealer_id],
    });
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};

const NewContact = z.strictObject({
  name: z.string().max(20_000),
  phone: z.string().max(20_000),
  slotNumber: z.number().nullish(),
});

const INSERT_CONTACT = `insert into contact (id, company_id, dealer_id, site_id, name, phone, email,
    email_verification, title, slot_number, emergency_contact, language, version, created_at, number_since)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, $13) on conflict do nothing returning id`;
const INSERT_AUDIT = `insert into audit_entry (id, company_id, dealer_id, actor_kind, actor_id, actor_name,
    from_address, user_agent, action, site_id, contact_id, detail, at)
  values ($1, $2, $3, 'api_key', $4, $5, $6, $7, 'contact.created', $8, $9, $10, $11)`;

const server = Fastify({ logger: false });

server.get('/health/ready', async () => ({ status: 'ready' }));

server.post<{ Params: { siteId: string } }>('/api/v1/sites/:siteId/contacts', async (request, reply) => {
  const key = await keyOf(request);
  if (key === null) return reply.status(401).send();
  const body = NewContact.safeParse(request.body);
  if (!body.success) return reply.status(422).send();
  const { siteId } = request.params;
  const row = await asTenant(key, async (client) => {
    const site = await client.query<{ country: CountryCode }>({
      name: 'site',
      text: 'select * from site where id = $1 and company_id = $2 and archived_at is null',
      values: [siteId, key.company_id],
    });
    const [found] = site.rows;
    const details = found === undefined ? null : checkContact(body.data, found);
    if (details === null || !details.ok) return null;
    const { name, phone, email, emailVerification, title, slotNumber, emergencyContact, language } =
      details.value;
    const [id, at] = [randomUUIDv7(), new Date()];
    const owner = [key.company_id, key.dealer_id];
    await client.query({
      name: 'insert',
      text: INSERT_CONTACT,
      values: [
        id,
        ...owner,
        siteId,
        name,
        phone.e164,
        email,
        emailVerification,
        title,
        slotNumber,
        emergencyContact,
        language,
        at,
      ],
    });
    await client.query({
      name: 'audit',
      text: INSERT_AUDIT,
      values: [
        randomUUIDv7(),
        ...owner,
        key.id,
        key.name,
        request.ip,
        request.headers['user-agent'] ?? null,
        siteId,
        id,
        '{"version":1,"refusedBefore":null}',
        at,
      ],
    });
    const created = await client.query<FactsRow>({
      name: 'one',
      text: ONE_CONTACT,
      values: [key.company_id, id],
    });
    const event = { id: randomUUIDv7(), kind: 'contact.created', contact_id: id, at, detail: {} };
    await client.query({
      name: 'event',
      text: WRITE_EVENTS,
      values: [at, JSON.stringify([event]), key.company_id],
    });
    await client.query({
      name: 'note',
      text: NOTE_SITES,
      values: [key.company_id, [key.dealer_id], [siteId]],
    });
    return created.rows[0];
  });
  if (row === null || row === undefined) return reply.status(404).send();
  const view = contactView(storedContact(row), new Date(), 'en');
  return reply.status(201).header('etag', `"${view.version}"`).send(view);
});

server.get<{ Params: { siteId: string } }>('/api/v1/sites/:siteId/contacts', async (request, reply) => {
  const key = await keyOf(request);
  if (key === null) return reply.status(401).send();
  const { siteId } = request.params;
  const rows = await asTenant(key, async (client) => {
    const site = await client.query({
      name: 'has-site',
      text: 'select id from site where company_id = $1 and id = $2 and archived_at is null',
      values: [key.company_id, siteId],
    });
    if (site.rowCount === 0) return null;
    return (
      await client.query<FactsRow>({
        name: 'list',
        text: CONTACTS_OF_SITE,
        values: [key.company_id, siteId, 51],
      })
    ).rows;
  });
  if (rows === null) return reply.status(404).send();
  const now = new Date();
  const items = rows.slice(0, 50).map((row) => contactView(storedContact(row), now, 'en'));
  return { items, nextCursor: null };
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
process.once(
  'SIGTERM',
  () =>
    void server
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
