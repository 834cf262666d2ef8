import type { FailureReason } from '@keyholder/domain/welcome/text-message';
import type { HandOver } from '@keyholder/domain/welcome/text-sender';

/** Port: counts what whoever runs this wants to see. Never names a person, a number or a tenant. */
export abstract class Metrics {
  /** The provider was asked to take a text. */
  abstract handedOver(outcome: HandOver['kind']): void;
  /** A text failed. */
  abstract textFailed(reason: FailureReason | null): void;
  /** A webhook was applied, so long after it came. */
  abstract webhookApplied(kind: 'status' | 'inbound', lagMs: number): void;
}
