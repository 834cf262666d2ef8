import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { Logger } from '@nestjs/common';
import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditAction } from '@keyholder/domain/audit/audit-action';
import type { RateLimits } from '../ports/rate-limits.ts';
import { USER_AGENT_LENGTH, type Origin } from '../ports/unit-of-work.ts';
import { problemIn } from './problem-words/problem-in.ts';
import { ProblemError, tooOften } from './problem.ts';
import { readerLanguage } from './reader-language.ts';
import { traceIdOf } from './request-traces.ts';

/** What better-auth is asked below `/api/auth`; everything else that it could do is closed. */
const OPEN = new Map<string, 'GET' | 'POST'>([
  ['/get-session', 'GET'],
  ['/list-sessions', 'GET'],
  ['/sign-in/email', 'POST'],
  ['/sign-out', 'POST'],
  ['/revoke-session', 'POST'],
  ['/revoke-sessions', 'POST'],
  ['/revoke-other-sessions', 'POST'],
  ['/request-password-reset', 'POST'],
  ['/reset-password', 'POST'],
  ['/change-password', 'POST'],
  ['/change-email', 'POST'],
  ['/verify-email', 'POST'],
  ['/update-user', 'POST'],
  ['/two-factor/enable', 'POST'],
  ['/two-factor/disable', 'POST'],
  ['/two-factor/verify-totp', 'POST'],
  ['/two-factor/verify-backup-code', 'POST'],
  ['/two-factor/generate-backup-codes', 'POST'],
]);

/** What happened to an account, as the audit calls it. */
const EVENTS: Readonly<Record<string, AuditAction>> = {
  '/sign-in/email': 'account.signed_in',
  '/two-factor/verify-totp': 'account.second_factor_used',
  '/two-factor/verify-backup-code': 'account.backup_code_used',
  '/sign-out': 'account.signed_out',
  '/revoke-session': 'account.session_ended',
  '/revoke-sessions': 'account.signed_out_everywhere',
  '/revoke-other-sessions': 'account.other_sessions_ended',
  '/change-password': 'account.password_changed',
  '/change-email': 'account.email_change_asked',
  '/verify-email': 'account.email_confirmed',
  '/update-user': 'account.name_changed',
  '/two-factor/enable': 'account.second_factor_begun',
  '/two-factor/disable': 'account.second_factor_removed',
  '/two-factor/generate-backup-codes': 'account.backup_codes_renewed',
};

/** Whose account it is. */
interface AccountHolder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What the routes need of better-auth. */
interface AuthServer {
  handler(request: Request): Promise<Response>;
  /** Who holds the session in these headers. */
  holder(headers: Headers): Promise<AccountHolder | null>;
  /** Whose account has this address, however it is spelt. */
  accountOf(email: string): Promise<AccountHolder | null>;
}

export interface AuthRoutesParts {
  readonly auth: AuthServer;
  readonly limits: RateLimits;
  readonly origin: string;
  /** Header in which better-auth is told the client's address. */
  readonly addressHeader: string;
  record(person: AccountHolder, action: AuditAction, from: Origin): Promise<void>;
  readonly failures: {
    ofAccount(person: AccountHolder, action: 'account.sign_in_failed', from: Origin): Promise<void>;
    /** Nobody has this address. */
    ofStranger(email: string, from: Origin): Promise<void>;
  };
  /** Keeps the language that somebody reads, where none is known of them. */
  learnLanguage(person: AccountHolder, language: ReaderLanguage): Promise<void>;
}

interface Attempt {
  readonly path: string;
  readonly request: FastifyRequest;
  readonly account: string | null;
}

const emailIn = (body: unknown): string | null => {
  const email = (body as { email?: unknown } | null | undefined)?.email;
  return typeof email === 'string' ? email : null;
};

/** Refuses what was tried too often; counts what may fail, or what sends a mail. */
const admit = async (limits: RateLimits, { path, request, account }: Attempt): Promise<void> => {
  const refuse = (retryAt: Date | null): void => {
    if (retryAt !== null) throw tooOften('too-many-attempts', 'This was tried too often from here.', retryAt);
  };
  refuse(await limits.count('account request from an address', request.ip));
  if (path === '/sign-in/email') {
    refuse(await limits.count('sign-in from an address', request.ip));
    if (account !== null) refuse(await limits.count('sign-in of an account', account));
  }
  if (path.startsWith('/two-factor/verify')) {
    refuse(await limits.count('second factor from an address', request.ip));
  }
  if (path === '/request-password-reset' || path === '/change-email') {
    refuse(await limits.count('mail asked for from an address', request.ip));
    if (account !== null) refuse(await limits.count('mail to an account', account));
  }
  if (path === '/reset-password' || path === '/verify-email') {
    refuse(await limits.count('unknown token from an address', request.ip));
  }
};

/**
 * A wrong password is told to those who look after the account, an unknown address to those whom it concerns. Beside the
 * answer, which takes as long for the one as for the other. Wrong second factors better-auth tells itself.
 */
const noteFailure = (parts: AuthRoutesParts, { path, request, account }: Attempt): void => {
  if (path !== '/sign-in/email' || account === null) return;
  const note = async (): Promise<void> => {
    const person = await parts.auth.accountOf(account);
    if (person === null) await parts.failures.ofStranger(account, originOf(request));
    else await parts.failures.ofAccount(person, 'account.sign_in_failed', originOf(request));
  };
  note().catch(() => new Logger('Accounts').error('A failed sign-in could not be recorded.'));
};

/** What succeeded was no guess. */
const settle = async (limits: RateLimits, { path, request, account }: Attempt): Promise<void> => {
  if (path === '/sign-in/email') {
    await limits.forgive('sign-in from an address', request.ip);
    if (account !== null) await limits.reset('sign-in of an account', account);
  }
  if (path.startsWith('/two-factor/verify'))
    await limits.forgive('second factor from an address', request.ip);
  if (path === '/reset-password' || path === '/verify-email') {
    await limits.forgive('unknown token from an address', request.ip);
  }
};

const sendProblem = (reply: FastifyReply, error: ProblemError): FastifyReply => {
  const language = readerLanguage(reply.request.headers['accept-language']);
  const problem = problemIn(error.problem, language);
  if (problem.retryAt !== undefined) {
    const seconds = Math.max(1, Math.ceil((Date.parse(problem.retryAt) - Date.now()) / 1000));
    void reply.header('retry-after', String(seconds));
  }
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'Accept-Language')
    .send({ ...problem, traceId: traceIdOf(reply.request) });
};

/** The request as better-auth takes it. Confirming an address is a GET there; here nothing changes by a GET. */
const forwarded = (path: string, request: FastifyRequest, parts: AuthRoutesParts): Request => {
  const headers = fromNodeHeaders(request.headers);
  headers.set(parts.addressHeader, request.ip);
  const address = new URL(`/api/auth${path}`, parts.origin);
  if (path === '/verify-email') {
    const token = (request.body as { token?: unknown } | null)?.token;
    address.searchParams.set('token', typeof token === 'string' ? token : '');
    headers.delete('content-type');
    headers.delete('content-length');
    return new Request(address, { headers });
  }
  return new Request(address, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
  });
};

const pathOf = (request: FastifyRequest): string =>
  new URL(request.url, 'http://localhost').pathname.replace(/^\/api\/auth/u, '');

const answer = async (
  parts: AuthRoutesParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> => {
  const path = pathOf(request);
  if (OPEN.get(path) !== request.method) return reply.callNotFound();
  // better-auth checks the origin of requests with a cookie; a sign-in has none yet and is no one else's to send.
  if (request.method === 'POST' && request.headers.origin !== parts.origin) {
    return reply.status(403).send({ code: 'INVALID_ORIGIN', message: 'Invalid origin' });
  }
  const attempt = { path, request, account: emailIn(request.body) };
  try {
    await admit(parts.limits, attempt);
  } catch (error) {
    if (error instanceof ProblemError) return sendProblem(reply, error);
    throw error;
  }
  const headers = fromNodeHeaders(request.headers);
  const event = EVENTS[path];
  const before = event === undefined ? null : await parts.auth.holder(headers);
  const answered = await parts.auth.handler(forwarded(path, request, parts));
  const text = answered.body === null ? null : await answered.text();
  if (answered.ok) {
    await settle(parts.limits, attempt);
    const after = before ?? personIn(text);
    if (event !== undefined && after !== null) await parts.record(after, event, originOf(request));
    if (event === 'account.signed_in' && after !== null) {
      await parts.learnLanguage(after, readerLanguage(request.headers['accept-language']));
    }
  }
  if (answered.status === 401) noteFailure(parts, attempt);
  void reply.status(answered.status);
  answered.headers.forEach((value, name) => {
    if (name !== 'set-cookie') void reply.header(name, value);
  });
  for (const cookie of answered.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  return reply.send(text);
};

/** Who has just signed in; null where a second factor is still asked for. */
const personIn = (text: string | null): AccountHolder | null => {
  try {
    const { user } = JSON.parse(text ?? '') as {
      user?: { id?: unknown; name?: unknown; email?: unknown } | null;
    };
    return typeof user?.id === 'string' && typeof user.name === 'string' && typeof user.email === 'string'
      ? { id: user.id, name: user.name, email: user.email }
      : null;
  } catch {
    return null;
  }
};

/** Where a request comes from, for the audit. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, USER_AGENT_LENGTH) ?? null,
});

/** Identities and sessions: better-auth answers below its own path, as far as it is opened here. */
export const serveAuth = (server: FastifyInstance, parts: AuthRoutesParts): void => {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: (request, reply) => answer(parts, request, reply),
  });
};
