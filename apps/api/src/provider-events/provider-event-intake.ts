import { Injectable } from '@nestjs/common';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { UnitOfWork, type NewProviderEvent } from '../ports/unit-of-work.ts';

/** Events kept in one transaction at most. */
const MOST = 100;

interface Waiting {
  /** As whom the event is applied. */
  readonly tenant: Tenant;
  readonly event: NewProviderEvent;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Keeps verified webhooks, each once and with the job that applies it. What comes while one transaction of a company
 * commits goes together into the next: a flood costs the database no more commits than it can take, and nobody waits
 * where there is none.
 */
@Injectable()
export class ProviderEventIntake {
  private readonly waiting = new Map<string, Waiting[]>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Done once it is committed, or was kept before. */
  keep(tenant: Tenant, event: NewProviderEvent): Promise<void> {
    return new Promise((kept, failed) => {
      const one = { tenant, event, kept, failed };
      const line = this.waiting.get(tenant.companyId);
      if (line !== undefined) {
        line.push(one);
        return;
      }
      this.waiting.set(tenant.companyId, [one]);
      void this.work(tenant.companyId);
    });
  }

  /** Works until nothing of the company waits; an empty line is taken away, so that the next event begins anew. */
  private async work(companyId: string): Promise<void> {
    for (;;) {
      const together = this.waiting.get(companyId)?.splice(0, MOST) ?? [];
      if (together.length === 0) break;
      await this.commit(companyId, together);
    }
    this.waiting.delete(companyId);
  }

  private async commit(companyId: string, together: readonly Waiting[]): Promise<void> {
    try {
      await this.unitOfWork.run({ companyId, dealerId: null }, async (store) => {
        const ids = await store.providerEvents.add(together.map(({ event }) => event));
        await store.jobs.addAll(
          together.flatMap(({ tenant }, index) => {
            const eventId = ids[index];
            return eventId === null || eventId === undefined
              ? []
              : [{ name: 'apply-provider-event' as const, tenant, eventId }];
          }),
        );
      });
      for (const { kept } of together) kept();
    } catch (error) {
      const [first, ...others] = together;
      // One that cannot be kept must not take the others with it.
      if (others.length === 0) first?.failed(error);
      else for (const one of together) await this.commit(companyId, [one]);
    }
  }
}
