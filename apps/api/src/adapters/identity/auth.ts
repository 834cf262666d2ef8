import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import pg from 'pg';
import { deriveKey } from '../../derive-key.ts';
import { AS_APP } from '../postgres/connection.ts';
import { AUTH_SCHEMA } from '../postgres/migrate.ts';

export interface AuthSettings {
  readonly secret: string;
  readonly publicUrl: URL;
  readonly production: boolean;
}

const authWith = (pool: pg.Pool, settings: AuthSettings, signUp: boolean) =>
  betterAuth({
    database: pool,
    secret: deriveKey(settings.secret, 'auth').toString('base64url'),
    baseURL: settings.publicUrl.origin,
    basePath: '/api/auth',
    trustedOrigins: [settings.publicUrl.origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: !signUp,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: settings.production, storage: 'memory' },
    advanced: {
      useSecureCookies: settings.publicUrl.protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid' },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });

export type Auth = ReturnType<typeof authWith>;

/**
 * Identities and sessions (better-auth), on a pool of their own: the ORM's pool gives timestamps as strings.
 * @param options `signUp`: people may make accounts themselves; only for programs that make them, never for the API
 */
export const openAuth = (
  databaseUrl: string,
  settings: AuthSettings,
  options: { readonly signUp?: boolean } = {},
): { readonly auth: Auth; readonly pool: pg.Pool } => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `${AS_APP} -c search_path=${AUTH_SCHEMA}`,
    max: 4,
  });
  pool.on('error', () => undefined);
  return { auth: authWith(pool, settings, options.signUp ?? false), pool };
};

/** Brings the identities' tables up to date, connected as their owner. */
export const migrateAuth = async (ownerUrl: string, settings: AuthSettings): Promise<void> => {
  const pool = new pg.Pool({ connectionString: ownerUrl, options: `-c search_path=${AUTH_SCHEMA}`, max: 1 });
  try {
    const { runMigrations } = await getMigrations(authWith(pool, settings, false).options);
    await runMigrations();
  } finally {
    await pool.end();
  }
};
