import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../ports/clock.ts';
import { SiteDirectory } from '../ports/site-directory.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';

/** How often it looks. */
const EVERY_MS = 15_000;
const MOST = 500;

/** Has sites' next steps computed again once time has changed them: a link has expired, patience has ended. */
@Injectable()
export class StandingSweeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger('StandingSweeper');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly directory: SiteDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.sweep().catch(() =>
        this.logger.error('The sweep failed; the next one tries again.'),
      );
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Looks once. A site that is announced as changed is computed again by the unit of work. */
  async sweep(): Promise<void> {
    for (const { id, tenant } of await this.directory.due(this.clock.now(), MOST)) {
      await this.unitOfWork.run(tenant, async (store) => {
        store.announce({ dealerId: tenant.dealerId, siteId: id, contactId: null });
        return Promise.resolve();
      });
    }
  }
}
