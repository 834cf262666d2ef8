import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller, LinkHolder } from '../ports/caller.ts';
import type { Scope } from '../ports/permissions.ts';
import { ProblemSchema } from './problem.schemas.ts';

/** Who may use a route. A route without one is refused to everybody. */
export type RouteAccess =
  | { readonly kind: 'caller'; readonly scope: Scope }
  /** The contact, by the token of the link in the welcome text. */
  | { readonly kind: 'link'; readonly evenExpired: boolean }
  /** The provider; the route checks the signature itself. */
  | { readonly kind: 'provider' }
  | { readonly kind: 'everybody' };

export const ROUTE_ACCESS = 'keyholder:route-access';

/** Request with what the access guard found out. */
export interface KnownRequest extends FastifyRequest {
  caller?: Caller;
  linkHolder?: LinkHolder;
}

/** For people with a session and API keys that may do `scope`. */
export const Allow = (scope: Scope): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ROUTE_ACCESS, { kind: 'caller', scope } satisfies RouteAccess),
    ApiBearerAuth('apiKey'),
    ApiCookieAuth('session'),
    ApiUnauthorizedResponse({
      description: 'No session and no valid API key.',
      standardSchema: ProblemSchema,
    }),
    ApiForbiddenResponse({
      description: `The role or key may not do ${scope}.`,
      standardSchema: ProblemSchema,
    }),
  );

/** For contacts, with the token of their link as bearer; a link that has expired only where it says so. */
export const AllowLink = (
  options: { readonly evenExpired?: boolean } = {},
): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ROUTE_ACCESS, {
      kind: 'link',
      evenExpired: options.evenExpired ?? false,
    } satisfies RouteAccess),
    ApiBearerAuth('linkToken'),
  );

/** For the provider's webhooks. */
export const AllowProvider = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'provider' } satisfies RouteAccess);

/** For everybody. */
export const AllowEverybody = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ROUTE_ACCESS, { kind: 'everybody' } satisfies RouteAccess);

/** The caller of a route with {@link Allow}. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<KnownRequest>();
  if (caller === undefined) throw new Error('CurrentCaller is used on a route without Allow.');
  return caller;
});

/** The contact of a route with {@link AllowLink}. */
export const CurrentLinkHolder = createParamDecorator((_: unknown, context: ExecutionContext): LinkHolder => {
  const { linkHolder } = context.switchToHttp().getRequest<KnownRequest>();
  if (linkHolder === undefined) throw new Error('CurrentLinkHolder is used on a route without AllowLink.');
  return linkHolder;
});
