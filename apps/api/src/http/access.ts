import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiHeader,
  ApiQuery,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller, CompanyCaller, Identity, LinkHolder, Supporter } from '../ports/caller.ts';
import type { InvitationHolder } from '../ports/identities.ts';
import type {
  Action,
  CompanyAction,
  DealerAction,
  PlatformAction,
  SelfAction,
} from '../ports/permissions.ts';
import { ProblemSchema } from './problem.schemas.ts';

/** Who may use a route. A route without one is refused to everybody. */
export type RouteAccess =
  /** Whoever is known, for what concerns only themselves. */
  | { readonly kind: 'self'; readonly action: SelfAction }
  /** For a dealer: its people, its company's admins, its API keys. */
  | { readonly kind: 'dealer'; readonly action: DealerAction; readonly dealerInQuery: boolean }
  /** For a company as a whole: its admins. */
  | { readonly kind: 'company'; readonly action: CompanyAction }
  /** For the platform: its support. */
  | { readonly kind: 'platform'; readonly action: PlatformAction }
  /** The contact, by the token of the link in the welcome text. */
  | { readonly kind: 'link'; readonly evenExpired: boolean }
  /** Somebody who was invited, by the token of the invitation. */
  | { readonly kind: 'invitation' }
  /** The provider; the route checks the signature itself. */
  | { readonly kind: 'provider' }
  | { readonly kind: 'everybody' };

export const ROUTE_ACCESS = 'keyholder:route-access';
/** The same in the OpenAPI document, as `{ kind, action? }`. */
const DESCRIBED_ACCESS = 'x-keyholder-access';

/** Request with what the access guard found out. */
export interface KnownRequest extends FastifyRequest {
  identity?: Identity;
  caller?: Caller;
  companyCaller?: CompanyCaller;
  supporter?: Supporter;
  linkHolder?: LinkHolder;
  invited?: InvitationHolder;
}

type Decorator = MethodDecorator & ClassDecorator;

const allow = (access: RouteAccess): Decorator =>
  applyDecorators(
    SetMetadata(ROUTE_ACCESS, access),
    ApiExtension(DESCRIBED_ACCESS, {
      kind: access.kind,
      ...('action' in access ? { action: access.action } : {}),
    }),
  );

const refusals = (action: Action): Decorator =>
  applyDecorators(
    ApiUnauthorizedResponse({
      description: 'No session and no valid API key.',
      standardSchema: ProblemSchema,
    }),
    ApiForbiddenResponse({
      description: `The role or key may not do ${action}.`,
      standardSchema: ProblemSchema,
    }),
  );

const WHICH_DEALER =
  'Id of the dealer that this is done for. Needed by people who may act for several (GET /api/v1/me lists them).';

/**
 * For a dealer's route: people with a session and API keys that may do `action`, for the dealer in whose tenant the
 * caller then acts.
 * @param options `dealerInQuery`: the dealer may also be named in the address (`?dealer=`), for clients that can set
 *   no header, such as EventSource and plain links
 */
export const Allow = (action: DealerAction, options: { readonly dealerInQuery?: boolean } = {}): Decorator =>
  applyDecorators(
    allow({ kind: 'dealer', action, dealerInQuery: options.dealerInQuery ?? false }),
    ApiBearerAuth('apiKey'),
    ApiCookieAuth('session'),
    refusals(action),
    ApiHeader({ name: 'Keyholder-Dealer', required: false, description: WHICH_DEALER }),
    ...(options.dealerInQuery === true
      ? [
          ApiQuery({
            name: 'dealer',
            required: false,
            type: String,
            description: 'The same, for clients that can set no header.',
          }),
        ]
      : []),
  );

/**
 * For a company's route: its admins with a session that may do `action`, for the company as a whole.
 */
export const AllowCompany = (action: CompanyAction): Decorator =>
  applyDecorators(
    allow({ kind: 'company', action }),
    ApiCookieAuth('session'),
    refusals(action),
    ApiHeader({
      name: 'Keyholder-Company',
      required: false,
      description:
        'Id of the company. Needed by people who administer several, unless Keyholder-Dealer names one of its dealers.',
    }),
  );

/**
 * For the platform's route: its support, with a session, that may do `action`.
 */
export const AllowSupport = (action: PlatformAction): Decorator =>
  applyDecorators(allow({ kind: 'platform', action }), ApiCookieAuth('session'), refusals(action));

/** For whoever is known, about themselves; with any role, or none any more. */
export const AllowSelf = (action: SelfAction): Decorator =>
  applyDecorators(
    allow({ kind: 'self', action }),
    ApiBearerAuth('apiKey'),
    ApiCookieAuth('session'),
    refusals(action),
    ApiHeader({ name: 'Keyholder-Dealer', required: false, description: WHICH_DEALER }),
  );

/** For contacts, with the token of their link as bearer; a link that has expired only where it says so. */
export const AllowLink = (options: { readonly evenExpired?: boolean } = {}): Decorator =>
  applyDecorators(
    allow({ kind: 'link', evenExpired: options.evenExpired ?? false }),
    ApiBearerAuth('linkToken'),
  );

/** For whoever was invited, with the token of the invitation as bearer; also when it was accepted already. */
export const AllowInvited = (): Decorator =>
  applyDecorators(allow({ kind: 'invitation' }), ApiBearerAuth('invitationToken'));

/** For the provider's webhooks. */
export const AllowProvider = (): Decorator => allow({ kind: 'provider' });

/** For everybody. */
export const AllowEverybody = (): Decorator => allow({ kind: 'everybody' });

const known = <T>(
  context: ExecutionContext,
  pick: (request: KnownRequest) => T | undefined,
  route: string,
): T => {
  const found = pick(context.switchToHttp().getRequest<KnownRequest>());
  if (found === undefined) throw new Error(`This parameter is for routes with ${route}.`);
  return found;
};

/** The caller of a route with {@link Allow}. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  known(context, ({ caller }) => caller, 'Allow'),
);

/**
 * The caller of a route with {@link AllowCompany}.
 */
export const CurrentCompanyCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): CompanyCaller =>
    known(context, ({ companyCaller }) => companyCaller, 'AllowCompany'),
);

/**
 * Who asks at a route with {@link AllowSupport}.
 */
export const CurrentSupporter = createParamDecorator((_: unknown, context: ExecutionContext): Supporter =>
  known(context, ({ supporter }) => supporter, 'AllowSupport'),
);

/** Who asks at a route with {@link AllowSelf}. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  known(context, ({ identity }) => identity, 'AllowSelf'),
);

/** The contact of a route with {@link AllowLink}. */
export const CurrentLinkHolder = createParamDecorator((_: unknown, context: ExecutionContext): LinkHolder =>
  known(context, ({ linkHolder }) => linkHolder, 'AllowLink'),
);

/** The invitation of a route with {@link AllowInvited}. */
export const CurrentInvited = createParamDecorator(
  (_: unknown, context: ExecutionContext): InvitationHolder =>
    known(context, ({ invited }) => invited, 'AllowInvited'),
);
