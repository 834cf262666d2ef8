import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { contactsWithFacts } from '../../../apps/api/src/adapters/postgres/contact-facts.ts';
import { writingEvents } from '../../../apps/api/src/adapters/postgres/writing-events.ts';
import { notingSites } from '../../../apps/api/src/adapters/postgres/note-changes.ts';
import type { Tables } from '../../../apps/api/src/adapters/postgres/rows/index.ts';

/** The words of the API's own statements, so that everybody asks the database the same. */
const words = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** $1 company, $2 contact. */
export const ONE_CONTACT = contactsWithFacts(words)
  .where('contact.company_id', '=', '')
  .where('contact.id', '=', '')
  .compile().sql;

/** $1 company, $2 site, $3 how many at most. */
export const CONTACTS_OF_SITE = contactsWithFacts(words)
  .where('contact.company_id', '=', '')
  .where('contact.site_id', '=', '')
  .orderBy('contact.created_at')
  .orderBy('contact.id')
  .limit(0)
  .compile().sql;

/** $1 now, $2 a JSON array of events, $3 company. */
export const WRITE_EVENTS = writingEvents('', [], new Date()).compile(words).sql;

/** $1 company, $2 dealers, $3 sites. */
export const NOTE_SITES = notingSites('', new Map()).compile(words).sql;
