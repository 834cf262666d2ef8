import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { DEMO } from '../demo/demo-company.ts';
import type { Tables } from './postgres/rows/index.ts';

/**
 * What must not be in a production database: people and companies of the demo, whose passwords are printed, and two
 * brands that text from one sender.
 * @throws an error that says what was found, and what to do
 */
export const refuseUnfitDatabase = async (orm: MikroORM, identities: Pool): Promise<void> => {
  const emails = Object.values(DEMO.people).map(({ email }) => email);
  const { rows: people } = await identities.query<{ email: string }>(
    'select email from "user" where email = any ($1) order by email',
    [emails],
  );
  if (people.length > 0) {
    const found = people.map(({ email }) => email).join(', ');
    throw new Error(`The database has demo accounts (${found}). Start production on a database of its own.`);
  }
  const db = orm.em.fork().getKysely<Tables>();
  const { rows: brands } = await sql<{ id: string }>`select id from find_shared_senders()`.execute(db);
  if (brands.length > 0) {
    const found = brands.map(({ id }) => id).join(', ');
    throw new Error(
      `Two brands text from one sender, and opt-outs are kept per sender: ${found}. Give each a sender of its own.`,
    );
  }
};
