import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { DealerTenant } from './caller.ts';

/** Work that must happen, queued in the transaction that decides it. Carries ids and its tenant, no personal data. */
export type Job =
  | { readonly name: 'hand-over-text'; readonly tenant: Tenant; readonly textId: string }
  | { readonly name: 'resolve-text'; readonly tenant: Tenant; readonly textId: string }
  | { readonly name: 'release-held-texts'; readonly tenant: Tenant; readonly brandId: string }
  | {
      readonly name: 'apply-provider-event';
      readonly tenant: Tenant;
      readonly eventId: string;
      /** The text that a status is about. */
      readonly textId?: string;
    }
  /** A process applies replies one by one, as they came: a STOP and a START of a moment keep their order. */
  | { readonly name: 'apply-reply'; readonly tenant: Tenant; readonly eventId: string }
  | { readonly name: 'continue-bulk-run'; readonly tenant: Tenant; readonly runId: string }
  | { readonly name: 'publish-brand'; readonly tenant: Tenant; readonly brandId: string }
  | { readonly name: 'mail-invitation'; readonly tenant: Tenant; readonly invitationId: string }
  | { readonly name: 'send-webhook'; readonly tenant: Tenant; readonly deliveryId: string }
  | { readonly name: 'mail-webhook-disabled'; readonly tenant: Tenant; readonly webhookId: string }
  | { readonly name: 'mail-case-answer'; readonly tenant: DealerTenant; readonly caseId: string };

export type JobName = Job['name'];

/** Port: queues jobs in the transaction at hand. */
export interface JobOutbox {
  add(
    job: Job,
    options?: {
      readonly startAfter?: Date;
      /** Higher ones first; 0 where it is not said. */
      readonly priority?: number;
    },
  ): Promise<void>;
}

/** Port: runs jobs. Each is run at least once; a handler must find it done already when it is run again. */
export abstract class JobRunner {
  /** Says who does the jobs of a name; before the application starts. */
  abstract handle<N extends JobName>(name: N, work: (job: Extract<Job, { name: N }>) => Promise<void>): void;
}
