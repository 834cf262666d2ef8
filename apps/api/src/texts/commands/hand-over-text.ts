import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { QueueStop } from '@keyholder/domain/branding/brand-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { withLink } from '@keyholder/domain/welcome/compose-text';
import { linkAddress } from '@keyholder/domain/welcome/link';
import { isAnswer, isProviderDown } from '@keyholder/domain/welcome/provider-silence';
import { isRefusedAtOnce, needsAnswerFirst, nextProbeAt } from '@keyholder/domain/welcome/queue-stop';
import { retryAt } from '@keyholder/domain/welcome/retry';
import { keepsQuietHours, quietUntil } from '@keyholder/domain/time/quiet-hours';
import { INVITING_KINDS, type FailureReason } from '@keyholder/domain/welcome/text-message';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { HandOver, OutgoingText } from '@keyholder/domain/welcome/text-sender';
import { Clock } from '../../ports/clock.ts';
import { Metrics } from '../../ports/metrics.ts';
import { TEXT_SENDER, type TextSender } from '../../ports/provider.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { announceText } from '../announce-text.ts';
import { applyReport } from '../apply-report.ts';
import { recordTaken } from '../record-taken.ts';
import { resumeQueue, stopQueue } from '../stop-queue.ts';
import { wakeHandOver } from '../wake-hand-over.ts';

/** A text whose outcome is unknown is looked for at the provider after this; lists lag. */
const RESOLVE_AFTER_MS = 30_000;

/** Hands a queued text to the provider: at most once, whatever happens to this process. */
export class HandOverText extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly textId: string,
  ) {
    super();
  }
}

/** What is handed over; whether it goes through a stopped queue, to find out how the provider takes it. */
interface Claimed extends OutgoingText {
  readonly isProbe: boolean;
  /** Whether requests before this one got no answer. */
  readonly afterSilence: boolean;
}

/**
 * Claims the text and commits, then asks the provider with no transaction open, then records the outcome. Killed in
 * between, the text stays `sending`; the sweeper makes that `uncertain`, and no program sends it again.
 */
@CommandHandler(HandOverText)
export class HandOverTextHandler implements ICommandHandler<HandOverText> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(TEXT_SENDER) private readonly sender: TextSender,
    private readonly metrics: Metrics,
  ) {}

  async execute({ tenant, textId }: HandOverText): Promise<void> {
    const outgoing = await this.unitOfWork.runTogether(tenant, textId, (store) => this.claim(store, textId));
    if (outgoing === null) return;
    const outcome = await this.sender.send(outgoing);
    await this.unitOfWork.runTogether(tenant, textId, (store) => this.record(store, outgoing, outcome));
    this.metrics.handedOver(outcome.kind);
    if (outcome.kind === 'refused') this.metrics.textFailed(outcome.reason);
  }

  /** What is to be sent, or null where there is nothing (any more). Nothing goes to somebody who has refused since. */
  private async claim(store: Store, textId: string): Promise<Claimed | null> {
    const at = this.clock.now();
    const text = await store.texts.load(textId);
    if (text?.state !== 'queued') return null;
    const [optOut, addressee, brand, token] = await Promise.all([
      store.optOuts.find(text.brandId, text.phone),
      store.contacts.addressee(text.contactId),
      store.brands.byId(text.brandId),
      text.linkId === null ? null : store.links.tokenOf(text.linkId),
    ]);
    // The one text that may go to somebody who has opted out is the one that says so.
    if (optOut.state && text.kind !== 'opt_out_notice') {
      if (await store.texts.move(textId, 'failed', { at, reason: 'opted_out' }))
        this.noteFailure(store, text, 'opted_out', at);
      announceText(store, text);
      return null;
    }
    // Whoever has answered needs no invitation any more.
    const answered = addressee?.answered === true && INVITING_KINDS.includes(text.kind);
    if (addressee?.phone !== text.phone || answered) {
      await store.texts.move(textId, 'cancelled', { at });
      announceText(store, text);
      return null;
    }
    if (brand === null) return null;
    const until = await this.quietUntil(store, text, at);
    if (until !== null) {
      await store.texts.move(textId, 'held', { at, hold: { reason: 'quiet_hours', until } });
      announceText(store, text);
      return null;
    }
    if (brand.queueStop !== null && !(await this.isLetThrough(store, brand.queueStop, text, at))) {
      await store.texts.move(textId, 'held', { at, hold: { reason: 'queue_stopped', until: null } });
      announceText(store, text);
      return null;
    }
    if (!(await store.texts.move(textId, 'sending', { at }))) return null;
    const body =
      token === null ? text.body : withLink(text.body, linkAddress(brand.linkOrigin, brand.brandKey, token));
    return {
      attemptId: textId,
      companyId: store.tenant.companyId,
      to: text.phone,
      body,
      sender: text.sender,
      isProbe: brand.queueStop !== null,
      afterSilence: brand.unanswered > 0,
    };
  }

  /** Until when it is night at the text's site, where the text keeps to it; null where it may go now. */
  private async quietUntil(store: Store, text: StoredText, at: Date): Promise<Date | null> {
    const { dealerId } = store.tenant;
    if (dealerId === null || !keepsQuietHours(text.lane, text.wantedAt, at)) return null;
    const site = await store.sites.load(text.siteId);
    const { quietHours } = await store.dealerSettings.load(dealerId);
    return site === null ? null : quietUntil(at, site.timeZone, quietHours);
  }

  /** Through a stopped queue one text goes now and then, to find out whether its set-up was mended. */
  private isLetThrough(store: Store, stop: QueueStop, text: StoredText, at: Date): Promise<boolean> {
    if (needsAnswerFirst(stop.cause)) return store.brands.useAnswer(text.brandId, text.id);
    return store.brands.takeProbe(text.brandId, {
      textId: text.id,
      at,
      nextProbeAt: nextProbeAt(stop.cause, stop.probes + 1, at),
    });
  }

  private async record(
    store: Store,
    { attemptId: textId, isProbe, afterSilence }: Claimed,
    outcome: HandOver,
  ): Promise<void> {
    const at = this.clock.now();
    const text = await store.texts.load(textId);
    if (text === null) return;
    if (!isAnswer(outcome.kind)) await this.noteSilence(store, text, at);
    else if (afterSilence) await store.brands.forgetUnanswered(text.brandId);
    switch (outcome.kind) {
      case 'accepted':
        await recordTaken(store, text, outcome.providerId, at);
        // A callback may have come before this answer; then the text is further on already.
        await applyReport(
          store,
          text,
          { state: 'accepted', reason: null, providerCode: null, remedy: null },
          at,
        );
        if (isProbe) await this.judgeProbe(store, text);
        return;
      case 'refused':
        await this.refuse(store, text, outcome, at);
        break;
      case 'not_processed':
        await this.postpone(store, text, outcome, at);
        break;
      case 'unreachable':
        await this.postpone(store, text, { pace: 'soon', providerCode: null, retryAfterSeconds: null }, at);
        break;
      case 'unknown':
        if (await store.texts.move(textId, 'uncertain', { at })) {
          const startAfter = new Date(at.getTime() + RESOLVE_AFTER_MS);
          await store.jobs.add({ name: 'resolve-text', tenant: store.tenant, textId }, { startAfter });
        }
        break;
    }
    announceText(store, text);
  }

  /** The provider gave no answer; after several of these in a row the brand's queue stops. */
  private async noteSilence(store: Store, { brandId }: StoredText, at: Date): Promise<void> {
    const unanswered = await store.brands.countUnanswered(brandId);
    if (isProviderDown(unanswered))
      await stopQueue(store, brandId, { cause: 'provider_down', providerCode: null }, at);
  }

  /** Refused at once: it provably was not sent. Where the whole brand is refused so, it waits until that is mended. */
  private async refuse(
    store: Store,
    text: StoredText,
    { reason, providerCode, remedy }: Extract<HandOver, { kind: 'refused' }>,
    at: Date,
  ): Promise<void> {
    if (remedy?.kind !== 'stop_queue') {
      await applyReport(store, text, { state: 'failed', reason, providerCode, remedy }, at);
      return;
    }
    await stopQueue(store, text.brandId, { cause: remedy.cause, providerCode }, at);
    if (await store.texts.move(text.id, 'queued', { at, providerCode, from: 'sending' })) {
      await store.texts.move(text.id, 'held', { at, hold: { reason: 'queue_stopped', until: null } });
    }
  }

  /** The provider took a text again that it would have refused at once: the brand's set-up was mended. */
  private async judgeProbe(store: Store, text: StoredText): Promise<void> {
    const stop = (await store.brands.byId(text.brandId))?.queueStop;
    if (stop?.probeTextId === text.id && isRefusedAtOnce(stop.cause)) await resumeQueue(store, text.brandId);
  }

  private async postpone(
    store: Store,
    text: StoredText,
    { pace, providerCode, retryAfterSeconds }: Omit<Extract<HandOver, { kind: 'not_processed' }>, 'kind'>,
    at: Date,
  ): Promise<void> {
    const { postponed, wantedAt } = text;
    const next = retryAt(pace, { tries: postponed + 1, wantedAt, now: at, random: Math.random() });
    if (next === null) {
      if (await store.texts.move(text.id, 'failed', { at, reason: 'provider_busy', providerCode }))
        this.noteFailure(store, text, 'provider_busy', at);
      return;
    }
    const dueAt = new Date(Math.max(next.getTime(), at.getTime() + (retryAfterSeconds ?? 0) * 1_000));
    if (await store.texts.move(text.id, 'queued', { at, providerCode, dueAt, from: 'sending' })) {
      await wakeHandOver(store, text, dueAt);
    }
  }

  private noteFailure(
    store: Store,
    { id: textId, kind, contactId }: StoredText,
    reason: FailureReason,
    at: Date,
  ): void {
    store.events.add({ kind: 'text.failed', contactId, at, detail: { textId, kind, reason } });
  }
}
