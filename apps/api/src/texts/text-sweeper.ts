import { Inject, Injectable } from '@nestjs/common';
import { isRefusedAtOnce, needsAnswerFirst, nextProbeAt } from '@keyholder/domain/welcome/queue-stop';
import type { QueueStop } from '@keyholder/domain/branding/brand-repository';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../ports/clock.ts';
import { DueWork } from '../ports/due-work.ts';
import { TEXT_POLL, type TextPoll } from '../ports/provider.ts';
import { TextDirectory } from '../ports/text-directory.ts';
import { UnitOfWork } from '../ports/unit-of-work.ts';
import { releaseTexts } from './release-texts.ts';
import { resumeQueue } from './stop-queue.ts';
import { wakeHandOver } from './wake-hand-over.ts';

const SECOND = 1_000;

/** A queued text that is due for so long has lost its wake-up. */
const QUEUED_FOR_MS = 60 * SECOND;
/** A request to the provider ends after ten seconds; a text that is `sending` for so long has lost its worker. */
const SENDING_FOR_MS = 60 * SECOND;
/** How long to wait for a callback before asking, and between two questions. */
const SILENT_FOR_MS = 5 * 60 * SECOND;
const MOST = 200;

/** A carrier that refuses does so within this time after it got the text. */
const REFUSED_WITHIN_MS = 60 * SECOND;

/** True where what became of the text that was let through shows that the set-up was mended. */
const provesMended = (stop: QueueStop, probe: StoredText, now: Date): boolean => {
  const { state, claimedAt, reason } = probe;
  if (claimedAt === null) return false;
  const heardNothing = now.getTime() - claimedAt.getTime() > REFUSED_WITHIN_MS;
  const atOnce = isRefusedAtOnce(stop.cause);
  return (
    state === 'delivered' ||
    (state === 'accepted' && atOnce) ||
    (state === 'sent' && (atOnce || heardNothing)) ||
    // It failed for another reason, so it got that far.
    (state === 'failed' && reason !== 'misconfigured')
  );
};

/** Finds texts that nobody works on although something is left to do: lost wake-ups, dead workers, missing callbacks. */
@Injectable()
export class TextSweeper {
  constructor(
    private readonly directory: TextDirectory,
    private readonly dueWork: DueWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(TEXT_POLL) private readonly poll: TextPoll,
  ) {}

  /** Looks once. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.sweepTexts(now);
    for (const { id, tenant } of await this.dueWork.heldTexts(now, MOST)) {
      await this.unitOfWork.run(tenant, async (store) => {
        const text = await store.texts.load(id);
        const released = await store.texts.move(id, 'queued', { at: now, dueAt: now, from: 'held' });
        if (text !== null && released) await wakeHandOver(store, text);
      });
    }
    for (const { brandId, tenant } of await this.directory.stoppedBrands()) {
      await this.probe(tenant, brandId, now);
    }
  }

  private async sweepTexts(now: Date): Promise<void> {
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
          const text = await store.texts.load(id);
          if (text?.state !== 'queued') return;
          await store.texts.polled(id, now);
          await wakeHandOver(store, text);
          return;
        }
        // Whether a dead worker's request went out is unknown; it is never made again.
        if (state === 'sending') await store.texts.move(id, 'uncertain', { at: now });
        await store.texts.polled(id, now);
        await store.jobs.add({ name: 'resolve-text', tenant, textId: id });
      });
    }
  }

  /**
   * Lets a stopped queue run again once a text has shown that it can; else lets the next one through, where a provider
   * that was down answers again.
   */
  private async probe(tenant: Tenant, brandId: string, now: Date): Promise<void> {
    const asks = await this.unitOfWork.run(tenant, async (store): Promise<boolean> => {
      const stop = (await store.brands.byId(brandId))?.queueStop ?? null;
      if (stop === null) return false;
      const probe = stop.probeTextId === null ? null : await store.texts.load(stop.probeTextId);
      if (probe !== null && provesMended(stop, probe, now)) {
        await resumeQueue(store, brandId);
        return false;
      }
      if (stop.nextProbeAt > now) return false;
      if (needsAnswerFirst(stop.cause)) {
        return store.brands.takeQuestion(brandId, {
          at: now,
          nextProbeAt: nextProbeAt(stop.cause, stop.probes + 1, now),
        });
      }
      await releaseTexts(store, brandId, { most: 1, at: now });
      return false;
    });
    if (!asks || !(await this.poll.answers())) return;
    await this.unitOfWork.run(tenant, async (store) => {
      await store.brands.noteAnswer(brandId, now);
      // Nothing that could be let through: the next text is taken like any other.
      if ((await releaseTexts(store, brandId, { most: 1, at: now })) === 0) await resumeQueue(store, brandId);
    });
  }
}
