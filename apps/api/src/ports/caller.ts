import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import type { Role, Scope } from './permissions.ts';
import type { Actor, Origin } from './unit-of-work.ts';

/** The tenant of one dealer. */
export type DealerTenant = Tenant & { readonly dealerId: string };
/** The tenant of a company as a whole. */
type CompanyTenant = Tenant & { readonly dealerId: null };

/** A place where somebody may work. */
export type Membership =
  | {
      readonly role: 'dealer_admin' | 'dealer_user';
      readonly companyId: string;
      readonly dealerId: string;
    }
  | {
      readonly role: 'company_admin';
      readonly companyId: string;
      /**
       * Dealers of the company that can be acted for: the one that was asked for where it is one of them, or else up
       * to two, which tells whether there is a choice.
       */
      readonly dealerIds: readonly string[];
    }
  | { readonly role: 'support' };

/** Who asks, before it is settled for whom: a person with a session, or a dealer's own software with an API key. */
export interface Identity {
  readonly kind: 'person' | 'api_key';
  /** Of the person or of the API key. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** What the key can do; null: everything that a key can carry. Null for people. */
  readonly scopes: readonly Scope[] | null;
  /** The oldest first. An API key works at its dealer only. */
  readonly memberships: readonly Membership[];
  readonly from: Origin;
}

/** Who acts, and for whom. */
interface Acting<T extends Tenant | null, R extends Role> {
  readonly kind: Identity['kind'];
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: R;
  readonly scopes: readonly Scope[] | null;
  readonly from: Origin;
  readonly tenant: T;
  /** In which they read what is said to them. */
  readonly language: ReaderLanguage;
}

/** Acts for one dealer. */
export type Caller = Acting<DealerTenant, Exclude<Role, 'support'>>;
/** Acts for a company as a whole. */
export type CompanyCaller = Acting<CompanyTenant, 'company_admin'>;
/** Acts for the platform: belongs to no tenant, and may take on that of an open case. */
export type Supporter = Acting<null, 'support'>;

/** Port: finds out who asks. */
export abstract class Callers {
  /** Whom an API key belongs to; null for an unknown, revoked or expired key. */
  abstract byApiKey(key: string, from: Origin): Promise<Identity | null>;
  /**
   * Whose session these request headers carry; null without a living session.
   * @param dealerId the dealer that is to be acted for, as the request names it
   */
  abstract bySession(headers: Headers, dealerId: string | null, from: Origin): Promise<Identity | null>;
}

/** A contact on the welcome page, known by the token of the link. */
export interface LinkHolder {
  readonly linkId: string;
  readonly contactId: string;
  readonly tenant: DealerTenant;
  readonly state: 'alive' | 'expired' | 'revoked';
}

/** Port: finds the link that a token belongs to. */
export abstract class Links {
  abstract byToken(token: string): Promise<LinkHolder | null>;
}

/** Who acts, as the audit names it. */
export const actorOf = (caller: Caller | CompanyCaller | Supporter): Actor => ({
  kind: caller.role === 'support' ? 'support' : caller.kind,
  id: caller.id,
  name: caller.name,
  from: caller.from,
});

/** Who does something for a dealer: a caller now, or a worker on behalf of one who has asked for it. */
export interface Doer {
  readonly tenant: DealerTenant;
  readonly actor: Actor;
}

export const doerOf = (caller: Caller): Doer => ({ tenant: caller.tenant, actor: actorOf(caller) });
