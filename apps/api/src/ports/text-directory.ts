import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { TextState } from '@keyholder/domain/welcome/text-message';
import type { DealerTenant } from './caller.ts';

/** Port: the few questions about texts that come before a tenant is known. Answers are ids only. */
export abstract class TextDirectory {
  /** The text of an attempt, or with a provider's id. */
  abstract find(
    attemptId: string | null,
    providerId: string,
  ): Promise<{ readonly id: string; readonly tenant: DealerTenant } | null>;
  /** The brand that has one of these senders. */
  abstract brandBySender(
    senders: readonly string[],
  ): Promise<{ readonly brandId: string; readonly companyId: string } | null>;
  /** Texts that nobody works on although something is left to do: `most` that are queued, being sent, without a last word. */
  abstract unfinished(limits: {
    readonly queuedBefore: Date;
    readonly claimedBefore: Date;
    readonly polledBefore: Date;
    readonly most: number;
  }): Promise<readonly { readonly id: string; readonly tenant: DealerTenant; readonly state: TextState }[]>;
  /** Brands whose queue is stopped. */
  abstract stoppedBrands(): Promise<readonly { readonly brandId: string; readonly tenant: Tenant }[]>;
}
