import { openAuth } from '../adapters/identity/auth.ts';
import { BetterAuthIdentities } from '../adapters/identity/better-auth-identities.ts';
import { deriveKey } from '../derive-key.ts';
import type { Settings } from '../settings.ts';
import { DEMO } from './demo-company.ts';

export type DemoPerson = (typeof DEMO.people)[keyof typeof DEMO.people];

type AccountSettings = Pick<Settings, 'databaseUrl' | 'secret' | 'publicUrl' | 'production'>;

/** Derived from the data folder's secret, so that every start can print it again and no two machines share it. */
export const demoPassword = (secret: string): string =>
  `demo-${deriveKey(secret, 'demo-password').toString('hex').slice(0, 8)}`;

/** The people's accounts with their ids; made where they are not there yet, which takes a while for the passwords. */
export const demoPeople = async (
  settings: AccountSettings,
): Promise<readonly (DemoPerson & { readonly userId: string })[]> => {
  const { accountMaker, pool } = openAuth(settings.databaseUrl, settings);
  const password = demoPassword(settings.secret);
  try {
    const identities = new BetterAuthIdentities(accountMaker, pool);
    const people = [];
    for (const person of Object.values(DEMO.people)) {
      const { email, name } = person;
      const known = await identities.byEmail(email);
      const made =
        known === null
          ? await identities.create({ email, name, password, language: null })
          : { person: known };
      if ('refusal' in made) throw new Error(`The demo account is refused: ${made.refusal}.`);
      people.push({ ...person, userId: made.person.id });
    }
    return people;
  } finally {
    await pool.end();
  }
};
