import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Role, Scope } from './permissions.ts';
import type { Actor } from './unit-of-work.ts';

/** Who asks: a person with a session, or a dealer's own software with an API key. */
export interface Caller {
  readonly kind: 'person' | 'api_key';
  /** Of the person or of the API key. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  /** Null: everything that the role may. */
  readonly scopes: readonly Scope[] | null;
  readonly tenant: Tenant & { readonly dealerId: string };
}

/** Port: finds out who asks. */
export abstract class Callers {
  /** The caller that an API key belongs to; null for an unknown, revoked or expired key. */
  abstract byApiKey(key: string): Promise<Caller | null>;
  /** The caller of the session in these request headers; null without a living session. */
  abstract bySession(headers: Headers): Promise<Caller | null>;
}

/** A contact on the welcome page, known by the token of the link. */
export interface LinkHolder {
  readonly linkId: string;
  readonly contactId: string;
  readonly tenant: Tenant & { readonly dealerId: string };
  readonly state: 'alive' | 'expired' | 'revoked';
}

/** Port: finds the link that a token belongs to. */
export abstract class Links {
  abstract byToken(token: string): Promise<LinkHolder | null>;
}

/** The caller as the audit names it. */
export const actorOf = (caller: Caller): Actor => ({ kind: caller.kind, id: caller.id, name: caller.name });
