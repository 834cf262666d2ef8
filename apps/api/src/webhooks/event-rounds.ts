import { Injectable } from '@nestjs/common';
import { EVENTS_KEPT_DAYS } from '@keyholder/domain/events/contact-event';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is done with events without anybody asking for it. */
@Injectable()
export class EventRounds {
  constructor(
    private readonly dueWork: DueWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Gives new events their place in the history. */
  async place(): Promise<void> {
    for (const tenant of await this.dueWork.companiesWithNewEvents())
      await this.unitOfWork.run(tenant, (store) => store.events.place());
  }

  /** Forgets events that were kept long enough. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - EVENTS_KEPT_DAYS * DAY_MS);
    for (const tenant of await this.dueWork.companiesWithEventsBefore(before))
      await this.unitOfWork.run(tenant, (store) => store.events.forgetBefore(before));
  }
}
