import { betterAuth } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { deriveKey } from '../../derive-key.ts';
import type { Mailer, MailToSend } from '../../ports/mailer.ts';
import { USER_AGENT_LENGTH, type Origin } from '../../ports/unit-of-work.ts';
import { AS_APP } from '../postgres/connection.ts';
import { PATIENCE, QuietClient } from '../postgres/quiet-client.ts';
import { AUTH_SCHEMA } from '../postgres/migrate.ts';
import { addressChangeMail, newAddressMail, passwordMail } from './account-mails.ts';

export interface AuthSettings {
  readonly secret: string;
  readonly publicUrl: URL;
  readonly production: boolean;
}

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Tells better-auth the client's address; set by us, never taken from a client. */
export const CLIENT_ADDRESS_HEADER = 'x-keyholder-client-address';

interface AccountPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface AuthOptions {
  /** For links to new passwords and addresses. */
  readonly mailer?: Mailer;
  /** Called when somebody has chosen a new password by such a link. */
  readonly onPasswordReset?: (person: AccountPerson) => Promise<void>;
  /** Called when somebody who knew a password did not know the second factor. */
  readonly onSecondFactorFailed?: (person: AccountPerson, from: Origin) => Promise<void>;
  /** The most connections that the pool opens. */
  readonly connections?: number;
}

/** Holds, signed, who has given the password and not yet the second factor. */
const PENDING_SIGN_IN_COOKIE = 'two_factor';

/** Statuses: the code is wrong; too many were, so that none is tried. */
const WRONG_CODE = [401, 429];

const HOUR_S = 60 * 60;

const logger = new Logger('Accounts');

const authWith = (
  pool: pg.Pool,
  settings: AuthSettings,
  { signUp, mailer, onPasswordReset, onSecondFactorFailed }: AuthOptions & { readonly signUp: boolean },
) => {
  const { origin } = settings.publicUrl;
  /** Without waiting: how long the answer takes tells nobody whether there is such an account. */
  const send = async (mail: MailToSend): Promise<void> => {
    if (mailer === undefined) throw new Error('This program sends no mails.');
    mailer.send(mail).catch(() => logger.error('A mail about an account could not be handed over.'));
  };
  return betterAuth({
    appName: 'Keyholder',
    database: pool,
    secret: deriveKey(settings.secret, 'auth').toString('base64url'),
    baseURL: origin,
    basePath: '/api/auth',
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: !signUp,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      resetPasswordTokenExpiresIn: HOUR_S,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }) =>
        onPasswordReset?.({ id: user.id, name: user.name, email: user.email }),
      sendResetPassword: ({ user, token }) => send(passwordMail(user, origin, token)),
    },
    emailVerification: {
      expiresIn: HOUR_S,
      sendVerificationEmail: ({ user, token }) => send(newAddressMail(user, origin, token)),
    },
    user: {
      // In which a person's mails are written; set by our own route, never by better-auth's.
      additionalFields: { language: { type: 'string', required: false, input: false } },
      changeEmail: {
        enabled: true,
        sendChangeEmailConfirmation: ({ user, newEmail, token }) =>
          send(addressChangeMail(user, newEmail, origin, token)),
      },
    },
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: 14 * 24 * HOUR_S, updateAge: 24 * HOUR_S },
    plugins: [
      twoFactor({
        issuer: 'Keyholder',
        backupCodeOptions: { storeBackupCodes: 'encrypted' },
        twoFactorCookieMaxAge: 600,
      }),
    ],
    hooks: {
      after: createAuthMiddleware(async (ctx) => {
        if (onSecondFactorFailed === undefined || !ctx.path.startsWith('/two-factor/verify-')) return;
        const { returned } = ctx.context;
        if (!isAPIError(returned) || !WRONG_CODE.includes(returned.statusCode)) return;
        const cookie = ctx.context.createAuthCookie(PENDING_SIGN_IN_COOKIE);
        const pending = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
        if (typeof pending !== 'string') return;
        const holder = await ctx.context.internalAdapter.findVerificationValue(pending);
        const person = holder === null ? null : await ctx.context.internalAdapter.findUserById(holder.value);
        if (person === null) return;
        const from = {
          address: ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? '',
          userAgent: ctx.headers?.get('user-agent')?.slice(0, USER_AGENT_LENGTH) ?? null,
        };
        // Beside the answer, which is the same whether it can be noted or not.
        onSecondFactorFailed(person, from).catch(() =>
          logger.error('A failed second factor could not be recorded.'),
        );
      }),
    },
    // Ours holds over all processes: see `rate-limits.ts`.
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: settings.publicUrl.protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
};

export type Auth = ReturnType<typeof authWith>;

/**
 * Identities and sessions (better-auth), on a pool of their own: the ORM's pool gives timestamps as strings.
 * @returns `auth` answers requests and makes no account; `accountMaker` makes accounts and answers none
 */
export const openAuth = (
  databaseUrl: string,
  settings: AuthSettings,
  options: AuthOptions = {},
): { readonly auth: Auth; readonly accountMaker: Auth; readonly pool: pg.Pool } => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `${AS_APP} -c search_path=${AUTH_SCHEMA}`,
    max: Math.max(1, options.connections ?? 2),
    ...PATIENCE,
    Client: QuietClient,
  });
  pool.on('error', () => undefined);
  return {
    auth: authWith(pool, settings, { ...options, signUp: false }),
    accountMaker: authWith(pool, settings, { signUp: true }),
    pool,
  };
};

/** Brings the identities' tables up to date, connected as their owner. */
export const migrateAuth = async (ownerUrl: string, settings: AuthSettings): Promise<void> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, options: `-c search_path=${AUTH_SCHEMA}`, max: 1 });
  try {
    const { options } = authWith(pool, settings, { signUp: false });
    const { runMigrations } = await getMigrations(options);
    await runMigrations();
  } finally {
    await pool.end();
  }
};
