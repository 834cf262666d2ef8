import { queryOptions } from '@tanstack/react-query';
import { createAuthClient } from 'better-auth/client';
import { api } from './client.ts';
import { answerOf, ApiProblem, isSignedOut, OFFLINE } from './problem.ts';

export const meKey = ['me'] as const;

const auth = createAuthClient({ baseURL: window.location.origin, basePath: '/api/auth' });

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async () => {
    try {
      return await answerOf(api.GET('/api/v1/me'));
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Why a sign-in failed. */
export type SignInFailure = 'wrong' | 'too_many' | 'offline' | 'unreadable';

export class SignInError extends Error {
  constructor(
    readonly failure: SignInFailure,
    readonly status: number,
  ) {
    super(failure);
  }
}

const failureOf = (status: number): SignInFailure => {
  if (status === 429) return 'too_many';
  if (status === 0) return 'offline';
  return status >= 400 && status < 500 ? 'wrong' : 'unreadable';
};

/** Opens a session, kept in a cookie. @throws SignInError */
export const signIn = async (credentials: Credentials): Promise<void> => {
  let status: number;
  try {
    const { error } = await auth.signIn.email(credentials);
    if (error === null) return;
    status = error.status;
  } catch {
    status = 0;
  }
  throw new SignInError(failureOf(status), status);
};

/** Ends the session. @throws ApiProblem where the server could not be told */
export const signOut = async (): Promise<void> => {
  const { error } = await auth.signOut();
  if (error !== null && error.status !== 401) {
    throw new ApiProblem({ type: 'about:blank', title: '', status: error.status, detail: '', code: OFFLINE });
  }
};
