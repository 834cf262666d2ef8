import { Logger } from '@nestjs/common';
import { Rounds } from '../../ports/rounds.ts';

/** The first look comes soon: a process that is often killed must get to it too. */
const FIRST_AFTER_MS = 2_000;

/** Rounds by timers, each one at a time. */
export class TimedRounds extends Rounds {
  private readonly logger = new Logger('Rounds');
  private readonly rounds: { readonly everyMs: number; readonly look: () => Promise<void> }[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  every(milliseconds: number, look: () => Promise<void>): void {
    this.rounds.push({ everyMs: milliseconds, look });
  }

  start(): void {
    for (const { everyMs, look } of this.rounds) {
      const round = (): void => {
        const looking = look()
          .catch(() => this.logger.error('A round failed; the next one tries again.'))
          .then(() => {
            this.running.delete(looking);
            if (!this.stopped) this.after(everyMs, round);
          });
        this.running.add(looking);
      };
      this.after(Math.min(FIRST_AFTER_MS, everyMs), round);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.running);
  }

  /** Looks for everything once, now. */
  async lookNow(): Promise<void> {
    for (const { look } of this.rounds) await look();
  }

  private after(milliseconds: number, round: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      round();
    }, milliseconds);
    this.timers.add(timer);
  }
}
