import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isLinkToken } from '@keyholder/domain/welcome/link';
import { Callers, Links, type Caller } from '../ports/caller.ts';
import { Settings } from '../settings.ts';
import { ROUTE_ACCESS, type KnownRequest, type RouteAccess } from './access.ts';
import { PERMISSIONS } from '../ports/permissions.ts';
import { forbidden, gone, notFound, unauthenticated } from './problem.ts';

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

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets in who may come in. Global; a route that says nothing about its access is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly callers: Callers,
    private readonly links: Links,
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
      case 'caller':
        return this.admitCaller(request, access.scope);
      case undefined:
        throw forbidden('This route is open to nobody.');
    }
  }

  private async admitCaller(
    request: KnownRequest,
    scope: Extract<RouteAccess, { kind: 'caller' }>['scope'],
  ): Promise<true> {
    const caller = await this.identify(request);
    if (caller === null) throw unauthenticated();
    const mayByRole = PERMISSIONS[caller.role].has(scope);
    const mayByKey = caller.scopes === null || caller.scopes.includes(scope);
    if (!mayByRole || !mayByKey) {
      throw forbidden(`This ${caller.kind === 'person' ? 'role' : 'API key'} may not do ${scope}.`);
    }
    request.caller = caller;
    return true;
  }

  private async identify(request: KnownRequest): Promise<Caller | null> {
    const key = bearer(request);
    if (key !== null) return this.callers.byApiKey(key);
    if (!SAFE.has(request.method) && request.headers.origin !== this.settings.publicUrl.origin) {
      throw forbidden(`Requests with a session cookie must come from ${this.settings.publicUrl.origin}.`);
    }
    return this.callers.bySession(headersOf(request));
  }

  private async admitLink(request: KnownRequest, evenExpired: boolean): Promise<true> {
    const token = bearer(request);
    const holder = token !== null && isLinkToken(token) ? await this.links.byToken(token) : null;
    // Unknown, altered and revoked links look the same: a guess learns nothing.
    if (holder === null || holder.state === 'revoked') throw notFound('link');
    if (holder.state === 'expired' && !evenExpired) {
      throw gone('link-expired', 'This link has expired', 'Ask the company that texted you for a new link.');
    }
    request.linkHolder = holder;
    return true;
  }
}
