import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../ports/clock.ts';
import { TextDirectory } from '../ports/text-directory.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';

const SECOND = 1_000;

/** How often it looks. */
const EVERY_MS = 15 * SECOND;
/** A queued text that is due for so long has lost its wake-up. */
const QUEUED_FOR_MS = 60 * SECOND;
/** A request to the provider ends after ten seconds; a text that is `sending` for so long has lost its worker. */
const SENDING_FOR_MS = 60 * SECOND;
/** How long to wait for a callback before asking, and between two questions. */
const SILENT_FOR_MS = 5 * 60 * SECOND;
const MOST = 200;

/** Finds texts that nobody works on although something is left to do: lost wake-ups, dead workers, missing callbacks. */
@Injectable()
export class TextSweeper implements BeforeApplicationShutdown {
  private readonly logger = new Logger('TextSweeper');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly directory: TextDirectory,
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

  /** Looks once. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const before = (ms: number): Date => new Date(now.getTime() - ms);
    const texts = await this.directory.unfinished({
      queuedBefore: before(QUEUED_FOR_MS),
      claimedBefore: before(SENDING_FOR_MS),
      polledBefore: before(SILENT_FOR_MS),
      most: MOST,
    });
    for (const { id, tenant, state } of texts) {
      await this.unitOfWork.run(tenant, async (store) => {
        if (state === 'queued') {
          await store.jobs.add({ name: 'hand-over-text', tenant, textId: id });
          return;
        }
        // Whether a dead worker's request went out is unknown; it is never made again.
        if (state === 'sending') await store.texts.move(id, 'uncertain', { at: now });
        await store.texts.polled(id, now);
        await store.jobs.add({ name: 'resolve-text', tenant, textId: id });
      });
    }
  }
}
