import path from 'node:path';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { freePort } from '../../packages/local-postgres/src/index.ts';
import { inRepository, REPOSITORY } from '../repository.ts';
import { Child } from './child.ts';
import { readOrMakeSandboxAccount, readOrMakeSecret } from './local-secrets.ts';
import type { StartSettings } from './settings.ts';

/** The environment of the API's programs, of the sandbox and of the mail catcher. */
export interface Environments {
  readonly api: NodeJS.ProcessEnv;
  readonly sandbox: NodeJS.ProcessEnv;
  readonly mailCatcher: NodeJS.ProcessEnv;
}

/** A US number that no one has: the sandbox's sender. */
const SANDBOX_SENDER = '+14155550100';

/** @param database connection addresses of the application and of the owner that migrates. */
export async function makeEnvironments(
  settings: StartSettings,
  database: { readonly url: string; readonly ownerUrl: string },
): Promise<Environments> {
  const { port, phonesPort, mailPort, dataDir, publicUrl } = settings;
  const smtpPort = mailPort === undefined ? undefined : await freePort();
  const account = await readOrMakeSandboxAccount(dataDir);
  const inherited = { ...process.env };
  const api: NodeJS.ProcessEnv = {
    NODE_ENV: 'development',
    KEYHOLDER_SECRET: await readOrMakeSecret(dataDir),
    ...withoutEmpty(inherited),
    PORT: String(port),
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    PAGES_DIR: path.join(dataDir, 'pages'),
    PORTAL_DIR: inRepository('apps', 'portal', 'dist'),
    PUBLIC_URL: publicUrl,
    ...(smtpPort === undefined ? {} : { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` }),
    ...(settings.demo ? { DEMO: '1' } : {}),
  };
  if (phonesPort !== undefined) {
    // A stray Twilio variable of the shell must not mix with the sandbox's account.
    for (const name of Object.keys(api)) if (name.startsWith('TWILIO_')) delete api[name];
    Object.assign(api, {
      // The API takes a base URL for Twilio only outside production.
      NODE_ENV: 'development',
      // Whoever tries a webhook listens on this machine.
      WEBHOOKS_TO_LOOPBACK: 'yes',
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_FROM: SANDBOX_SENDER,
      TWILIO_BASE_URL: `http://127.0.0.1:${phonesPort}`,
    });
  }
  const sandbox: NodeJS.ProcessEnv = {
    ...withoutEmpty(inherited),
    SANDBOX_PORT: String(phonesPort ?? ''),
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    SANDBOX_INBOUND_URL: `${publicUrl}/webhooks/twilio/inbound`,
    SANDBOX_DATA_FILE: path.join(dataDir, 'sandbox.json'),
  };
  const mailCatcher: NodeJS.ProcessEnv = {
    ...withoutEmpty(inherited),
    MAIL_PORT: String(mailPort ?? ''),
    MAIL_SMTP_PORT: String(smtpPort ?? ''),
  };
  return { api, sandbox, mailCatcher };
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

type Output = (text: string, stream: 'stdout' | 'stderr') => void;

/** One of the API's programs: `migrate`, `seed-demo` or `main`. */
export function startApiProgram(
  program: 'migrate' | 'seed-demo' | 'main',
  name: string,
  settings: StartSettings,
  env: NodeJS.ProcessEnv,
  onOutput?: Output,
): Child {
  return new Child({
    name,
    script: inRepository('apps', 'api', 'dist', `${program}.js`),
    env,
    cwd: REPOSITORY,
    logFile: logFile(settings, program === 'main' ? 'api' : program),
    secretAnswer: program === 'seed-demo',
    ...(onOutput === undefined ? {} : { onOutput }),
  });
}

/** The local stand-in for Twilio, with its page of phones. */
export function startSandbox(settings: StartSettings, env: NodeJS.ProcessEnv): Child {
  return new Child({
    name: 'The Twilio sandbox',
    script: inRepository('packages', 'twilio-sandbox', 'dist', 'main.js'),
    env,
    cwd: REPOSITORY,
    logFile: logFile(settings, 'sandbox'),
  });
}

/** The local mail server, with its page of mails. */
export function startMailCatcher(settings: StartSettings, env: NodeJS.ProcessEnv): Child {
  return new Child({
    name: 'The mail catcher',
    script: inRepository('packages', 'mail-catcher', 'dist', 'main.js'),
    env,
    cwd: REPOSITORY,
    logFile: logFile(settings, 'mail-catcher'),
  });
}

/** Where a program's output is kept until the next start. */
export function logFile(settings: StartSettings, program: string): string {
  return path.join(settings.dataDir, 'logs', `${program}.log`);
}
