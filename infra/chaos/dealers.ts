import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * More dealers of the demo company, each with a key of its own to the API, and no ceiling for a day: a storm sends more
 * than a company allows unless it says otherwise.
 * @returns their keys
 */
export const makeDealers = async (databaseUrl: string, count: number): Promise<string[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const keys: string[] = [];
  try {
    await client.query('update company set daily_welcome_ceiling = 100000');
    for (let n = 0; n < count; n += 1) {
      const key = `khk_${randomBytes(32).toString('base64url')}`;
      const { rows } = await client.query<{ id: string }>(
        `insert into dealer select (jsonb_populate_record(d,
           jsonb_build_object('id', gen_random_uuid(), 'name', 'Storm Dealer ' || $1))).*
         from (select d from dealer d join api_key k on k.dealer_id = d.id order by k.created_at limit 1) as one(d)
         returning id`,
        [n + 1],
      );
      await client.query(
        `insert into api_key select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(),
           'dealer_id', $1::text, 'key_hash', '\\x' || $2::text))).* from api_key k limit 1`,
        [rows[0]?.id, createHash('sha256').update(key).digest('hex')],
      );
      keys.push(key);
    }
  } finally {
    await client.end();
  }
  return keys;
};
