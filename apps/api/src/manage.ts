import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openAuth } from './adapters/identity/auth.ts';
import { BetterAuthIdentities } from './adapters/identity/better-auth-identities.ts';
import { SmtpMailer } from './adapters/mail/smtp-mailer.ts';
import { makeCompany } from './companies/make-company.ts';
import { compose } from './compose.ts';
import { problemOf } from './http/refusal-to-problem.ts';
import { UnitOfWork } from './ports/unit-of-work.ts';
import { Settings } from './settings.ts';

const USAGE = `Usage, with the environment of the API and DATABASE_OWNER_URL:
  manage supporter --email ana@example.com --name "Ana Pérez"
      makes somebody a supporter of the platform; they get a mail to choose a password
  manage company --name "Hillside Alarm" --brand-key hillside --admin owner@hillside.example [--sender +14155550123]
      makes a stand-alone dealer; its admin gets an invitation`;

/** What somebody who runs the platform does from a shell: the first supporter and the first company. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    'brand-key': { type: 'string' },
    admin: { type: 'string' },
    sender: { type: 'string' },
  },
});

const needed = (name: keyof typeof values): string => {
  const value = values[name];
  if (value === undefined || value === '') throw new Error(`--${name} is needed.\n${USAGE}`);
  return value;
};

/** Only the database's owner may do this: the application has no right to the table. */
const makeSupporter = async (settings: Settings): Promise<string> => {
  const email = needed('email').toLowerCase();
  const name = needed('name');
  const mailer = new SmtpMailer(settings.smtpUrl, settings.mailFrom);
  const { auth, accountMaker, pool } = openAuth(settings.databaseUrl, settings, { mailer });
  const owner = new pg.Client({ connectionString: settings.databaseOwnerUrl });
  try {
    const identities = new BetterAuthIdentities(accountMaker, pool);
    const known = await identities.byEmail(email);
    // Nobody ever learns this password: the mail leads to one of the person's own.
    const password = randomBytes(32).toString('base64url');
    const made =
      known === null ? await identities.create({ email, name, password, language: null }) : { person: known };
    if ('refusal' in made) throw new Error(`The account is refused: ${made.refusal}.`);
    await owner.connect();
    await owner.query(
      `insert into platform_member (user_id, role, created_at) values ($1, 'support', now()) on conflict do nothing`,
      [made.person.id],
    );
    if (known !== null) return `${email} is a supporter now and signs in as before.`;
    await auth.api.requestPasswordReset({ body: { email } });
    await mailer.settled();
    return `${email} is a supporter now. A mail to choose a password was handed to the mail server.`;
  } finally {
    await owner.end();
    mailer.close();
    await pool.end();
  }
};

const makeStandAloneDealer = async (settings: Settings): Promise<string> => {
  const parts = await compose(settings);
  try {
    await parts.queue.start();
    const made = await makeCompany(
      {
        name: needed('name'),
        brandKey: needed('brand-key'),
        adminEmail: needed('admin'),
        sender: values.sender ?? null,
        language: 'en',
      },
      {
        unitOfWork: parts.adapters.get(UnitOfWork) as UnitOfWork,
        actor: { kind: 'system', id: null, name: 'Keyholder' },
        linkOrigin: settings.publicUrl.origin,
        at: new Date(),
      },
    );
    if (!made.ok) throw new Error(problemOf(made.error).detail);
    return `Company ${made.value.companyId} is made. The API's worker sends the invitation to ${needed('admin')}.`;
  } finally {
    await parts.queue.stop();
    await parts.close();
  }
};

try {
  // It queues work and does none.
  const settings = Settings.read({ ...process.env, ROLES: 'api' });
  const [what] = positionals;
  if (what !== 'supporter' && what !== 'company') throw new Error(USAGE);
  console.log(await (what === 'supporter' ? makeSupporter(settings) : makeStandAloneDealer(settings)));
} catch (error) {
  console.error(error instanceof Error ? error.message : 'It failed.');
  process.exitCode = 1;
}
