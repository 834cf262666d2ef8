import path from 'node:path';
import { inRepository } from '../repository.ts';

/** What `pnpm start` is told by its environment. */
export interface StartSettings {
  readonly port: number;
  /** The port of the sandbox's phones; undefined where texts go to the real Twilio. */
  readonly phonesPort: number | undefined;
  /** The port of the local mail page; undefined where mails go to a real server. */
  readonly mailPort: number | undefined;
  readonly dataDir: string;
  /** Where the portal and the webhooks are reached. */
  readonly publicUrl: string;
  /** Undefined: the embedded Postgres. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly demo: boolean;
  readonly watch: boolean;
}

/** A failure that is explained to whoever typed the command: shown without a stack trace. */
export class StartError extends Error {}

/**
 * Reads `PORT`, `KEYHOLDER_DATA`, `PUBLIC_URL`, `DATABASE_URL`, `DATABASE_OWNER_URL`, `KEYHOLDER_DEMO`, `SMTP_URL` and the
 * Twilio variables; an empty one counts as unset.
 * @throws StartError where one of them can't be meant.
 */
export function readStartSettings(environment: NodeJS.ProcessEnv, args: readonly string[]): StartSettings {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const unknown = args.find((argument) => argument !== '--dev' && argument !== '--');
  if (unknown !== undefined) throw new StartError(`"${unknown}" is not an option. There is one: --dev.`);

  const port = Number(read('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_533) {
    throw new StartError(`PORT is "${read('PORT')}"; it must be a whole number from 1 to 65533.`);
  }
  const realTwilio = read('TWILIO_ACCOUNT_SID') !== undefined;
  if (realTwilio) {
    const apiKey = read('TWILIO_API_KEY') !== undefined && read('TWILIO_API_SECRET') !== undefined;
    if (read('TWILIO_AUTH_TOKEN') === undefined) {
      throw new StartError(
        'TWILIO_ACCOUNT_SID is set, TWILIO_AUTH_TOKEN is not: ' +
          `Twilio's calls are checked with it${apiKey ? ', also where an API key sends' : ''}.`,
      );
    }
    if (read('TWILIO_MESSAGING_SERVICE_SID') === undefined && read('TWILIO_FROM') === undefined) {
      throw new StartError(
        'TWILIO_ACCOUNT_SID is set; TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM must say who the texts come from.',
      );
    }
  }
  return {
    port,
    phonesPort: realTwilio ? undefined : port + 1,
    mailPort: read('SMTP_URL') === undefined ? port + 2 : undefined,
    dataDir: path.resolve(read('KEYHOLDER_DATA') ?? inRepository('.data')),
    publicUrl: (read('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/u, ''),
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL') ?? read('DATABASE_URL'),
    demo: read('KEYHOLDER_DEMO') !== '0',
    watch: args.includes('--dev'),
  };
}
