import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isLinkToken } from '@keyholder/domain/welcome/link';
import {
  Callers,
  Links,
  type Caller,
  type CompanyCaller,
  type Identity,
  type Supporter,
} from '../ports/caller.ts';
import { Invitations } from '../ports/identities.ts';
import { keyMay, roleMay, type Action } from '../ports/permissions.ts';
import { RateLimits } from '../ports/rate-limits.ts';
import { Settings } from '../settings.ts';
import { ROUTE_ACCESS, type KnownRequest, type RouteAccess } from './access.ts';
import { actForCompany, actForDealer, actForPlatform, COMPANY_HEADER, DEALER_HEADER } from './acting.ts';
import { originOf } from './auth-routes.ts';
import { forbidden, gone, invalidFields, notFound, tooOften, unauthenticated } from './problem.ts';
import { readerLanguage } from './reader-language.ts';

const bearer = (request: KnownRequest): string | null => {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && value !== undefined ? value : null;
};

const headersOf = (request: KnownRequest): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** An id that a header or the address names; null where it names none. */
const named = (value: unknown, field: string): string | null => {
  if (value === undefined) return null;
  if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
  throw invalidFields([{ field, code: 'invalid', message: 'This is no id.', accepted: 'a UUID' }]);
};

const dealerNamed = (request: KnownRequest, access: RouteAccess): string | null => {
  const inHeader = named(request.headers[DEALER_HEADER], 'Keyholder-Dealer');
  if (inHeader !== null || access.kind !== 'dealer' || !access.dealerInQuery) return inHeader;
  return named((request.query as { dealer?: unknown }).dealer, 'dealer');
};

/** @throws ProblemError where the permission table does not let them */
const mustBeAllowed = (caller: Caller | CompanyCaller | Supporter, action: Action): void => {
  const may = caller.kind === 'api_key' ? keyMay(caller.scopes, action) : roleMay(caller.role, action);
  if (!may) {
    throw forbidden(`This ${caller.kind === 'person' ? 'role' : 'API key'} may not do ${action}.`);
  }
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who may come in. Global; a route that says nothing about its access is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly links: Links,
    private readonly invitations: Invitations,
    private readonly limits: RateLimits,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<KnownRequest>();
    switch (access?.kind) {
      case 'everybody':
      case 'provider':
        return true;
      case 'link':
        return this.admitLink(request, access.evenExpired);
      case 'invitation':
        return this.admitInvited(request);
      case 'self':
      case 'dealer':
      case 'company':
      case 'platform':
        return this.admitKnown(request, access);
      case undefined:
        throw forbidden('This route is open to nobody.');
    }
  }

  private async admitKnown(
    request: KnownRequest,
    access: Extract<RouteAccess, { readonly action: Action }>,
  ): Promise<true> {
    const dealerId = dealerNamed(request, access);
    const identity = await this.identify(request, dealerId);
    if (identity === null) throw unauthenticated();
    request.identity = identity;
    const language = readerLanguage(request.headers['accept-language']);
    switch (access.kind) {
      case 'self':
        if (identity.kind === 'api_key' && !keyMay(identity.scopes, access.action)) {
          throw forbidden(`This API key may not do ${access.action}.`);
        }
        break;
      case 'dealer':
        request.caller = actForDealer(identity, dealerId, language);
        mustBeAllowed(request.caller, access.action);
        break;
      case 'company': {
        const companyId = named(request.headers[COMPANY_HEADER], 'Keyholder-Company');
        request.companyCaller = actForCompany(identity, { companyId, dealerId }, language);
        mustBeAllowed(request.companyCaller, access.action);
        break;
      }
      case 'platform':
        request.supporter = actForPlatform(identity, language);
        mustBeAllowed(request.supporter, access.action);
        break;
    }
    return true;
  }

  private async identify(request: KnownRequest, dealerId: string | null): Promise<Identity | null> {
    const key = bearer(request);
    const from = originOf(request);
    if (key !== null) return this.unlessGuessed(request, () => this.callers.byApiKey(key, from));
    if (!SAFE.has(request.method) && request.headers.origin !== this.settings.publicUrl.origin) {
      throw forbidden(`Requests with a session cookie must come from ${this.settings.publicUrl.origin}.`);
    }
    return this.callers.bySession(headersOf(request), dealerId, from);
  }

  /** Looks a token up, as long as not too many unknown ones came from there. */
  private async unlessGuessed<T>(request: KnownRequest, find: () => Promise<T | null>): Promise<T | null> {
    const guessed = 'unknown token from an address';
    const before = this.limits.reached(guessed, request.ip);
    const found = before === null ? await find() : null;
    const retryAt = found === null ? (before ?? (await this.limits.count(guessed, request.ip))) : null;
    if (retryAt !== null) {
      throw tooOften('too-many-attempts', 'Too many unknown tokens or keys came from your address.', retryAt);
    }
    return found;
  }

  private async admitInvited(request: KnownRequest): Promise<true> {
    const token = bearer(request);
    const holder =
      token === null ? null : await this.unlessGuessed(request, () => this.invitations.byToken(token));
    // Unknown and revoked look the same: a guess learns nothing.
    if (holder === null || holder.state === 'revoked') throw notFound('invitation');
    if (holder.state === 'expired') {
      throw gone(
        'invitation-expired',
        'This invitation has expired',
        'Ask whoever invited you to send it again.',
      );
    }
    request.invited = holder;
    return true;
  }

  private async admitLink(request: KnownRequest, evenExpired: boolean): Promise<true> {
    const token = bearer(request);
    const holder =
      token === null
        ? null
        : await this.unlessGuessed(request, async () =>
            isLinkToken(token) ? this.links.byToken(token) : null,
          );
    // Unknown, altered and revoked links look the same: a guess learns nothing.
    if (holder === null || holder.state === 'revoked') throw notFound('link');
    if (holder.state === 'expired' && !evenExpired) {
      throw gone('link-expired', 'This link has expired', 'Ask the company that texted you for a new link.');
    }
    request.linkHolder = holder;
    return true;
  }
}
