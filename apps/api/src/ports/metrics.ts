import type { FailureReason } from '@keyholder/domain/welcome/text-message';
import type { HandOver } from '@keyholder/domain/welcome/text-sender';

/** Why a sign-in failed: a known account's password or second factor, or no account has the address. */
export type SignInFailure = 'password' | 'second_factor' | 'unknown_address';

/** Port: counts what whoever runs this wants to see. Never names a person, a number or a tenant. */
export abstract class Metrics {
  /** The provider was asked to take a text. */
  abstract handedOver(outcome: HandOver['kind']): void;
  /** A text failed. */
  abstract textFailed(reason: FailureReason | null): void;
  /** Somebody did not get in. */
  abstract signInFailed(why: SignInFailure): void;
  /** A webhook was applied, so long after it came. */
  abstract webhookApplied(kind: 'status' | 'inbound', lagMs: number): void;
}
