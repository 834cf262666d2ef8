import { queryOptions } from '@tanstack/react-query';
import { createAuthClient } from 'better-auth/client';
import { api } from './client.ts';
import { AccountError } from './account-error.ts';
import { answerOf } from './problem.ts';

const auth = createAuthClient({ baseURL: window.location.origin, basePath: '/api/auth' });

interface Refused {
  readonly status: number;
  readonly code?: string | undefined;
}

const refusal = ({ status, code }: Refused): AccountError => {
  if (status === 0) return new AccountError('offline', 0);
  if (status === 429) return new AccountError('too_many', 429);
  return new AccountError(code ?? 'unreadable', status);
};

/**
 * Asks better-auth, as far as the API opens it. A body makes it a POST.
 * @throws AccountError
 */
const ask = async <T>(path: string, body?: Record<string, unknown>): Promise<T> => {
  let answer: { data: unknown; error: Refused | null };
  try {
    answer = await auth.$fetch<unknown, Refused>(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new AccountError('offline', 0);
  }
  if (answer.error !== null) throw refusal(answer.error);
  return answer.data as T;
};

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Opens a session, kept in a cookie. @returns whether a second factor is asked for first */
export const signIn = async (credentials: Credentials): Promise<{ readonly secondFactor: boolean }> => {
  const answer = await ask<{ twoFactorRedirect?: boolean }>('/sign-in/email', { ...credentials });
  return { secondFactor: answer.twoFactorRedirect === true };
};

/** Ends a sign-in that a second factor is asked for. @param kind what the code comes from */
export const giveSecondFactor = (kind: 'app' | 'backup', code: string): Promise<unknown> =>
  ask(kind === 'app' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code });

/** Ends the session. */
export const signOut = async (): Promise<void> => {
  try {
    await ask('/sign-out', {});
  } catch (error) {
    if (!(error instanceof AccountError) || error.status !== 401) throw error;
  }
};

/** Sends a mail with a link, where there is such an account. */
export const askForPassword = (email: string): Promise<unknown> => ask('/request-password-reset', { email });

export const choosePassword = (token: string, newPassword: string): Promise<unknown> =>
  ask('/reset-password', { token, newPassword });

/** Ends every other session as well. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<unknown> =>
  ask('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

export const changeName = (name: string): Promise<unknown> => ask('/update-user', { name });

/** Sends a mail to the present address, or to the new one where the present one was never proven. */
export const askForEmail = (newEmail: string): Promise<unknown> => ask('/change-email', { newEmail });

export const confirmEmail = (token: string): Promise<unknown> => ask('/verify-email', { token });

export interface SecondFactor {
  /** For the app; holds the secret. */
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Begins; it counts once {@link giveSecondFactor} has proven the app. */
export const beginSecondFactor = (password: string): Promise<SecondFactor> =>
  ask('/two-factor/enable', { password });

export const endSecondFactor = (password: string): Promise<unknown> =>
  ask('/two-factor/disable', { password });

export const renewBackupCodes = async (password: string): Promise<readonly string[]> =>
  (await ask<SecondFactor>('/two-factor/generate-backup-codes', { password })).backupCodes;

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

interface Own {
  readonly session: Session;
  readonly user: { readonly twoFactorEnabled?: boolean | null };
}

export const accountKeys = { own: ['account'] as const, sessions: ['account', 'sessions'] as const };

/** This session, and whether the account has a second factor. */
export const ownAccountQuery = queryOptions({
  queryKey: accountKeys.own,
  queryFn: async () => {
    const { session, user } = await ask<Own>('/get-session');
    return { sessionId: session.id, secondFactor: user.twoFactorEnabled === true };
  },
});

export const sessionsQuery = queryOptions({
  queryKey: accountKeys.sessions,
  queryFn: () => ask<readonly Session[]>('/list-sessions'),
});

export const endSession = (token: string): Promise<unknown> => ask('/revoke-session', { token });
export const endOtherSessions = (): Promise<unknown> => ask('/revoke-other-sessions', {});
/** This one too. */
export const endEverySession = (): Promise<unknown> => ask('/revoke-sessions', {});

/** What an invitation is about. @param token of its link */
export const invitedQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(api.GET('/api/v1/invitation', { headers: { authorization: `Bearer ${token}` } })),
    retry: false,
  });

export const acceptInvitation = (
  token: string,
  account: { readonly name?: string; readonly password?: string },
): Promise<unknown> =>
  answerOf(
    api.POST('/api/v1/invitation/acceptance', {
      body: account,
      headers: { authorization: `Bearer ${token}` },
    }),
  );
