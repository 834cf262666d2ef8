import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { withLink } from '@keyholder/domain/welcome/compose-text';
import { linkAddress } from '@keyholder/domain/welcome/link';
import { INVITING_KINDS } from '@keyholder/domain/welcome/text-message';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { HandOver, OutgoingText } from '@keyholder/domain/welcome/text-sender';
import { Clock } from '../../ports/clock.ts';
import { TEXT_SENDER, type TextSender } from '../../ports/provider.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { applyReport } from '../apply-report.ts';

/** After so many requests that the provider did not process, a text fails as "provider busy". */
const MOST_POSTPONED = 60;

/** A text whose outcome is unknown is looked for at the provider after this; lists lag. */
const RESOLVE_AFTER_MS = 30_000;

/** Pause before the next try: 1 s, 2 s, 4 s … at most a minute, with jitter so that a backlog does not return at once. */
const pause = (postponed: number, random: number): number =>
  Math.min(60_000, 1_000 * 2 ** Math.min(postponed, 10)) * (0.5 + random / 2);

/** Hands a queued text to the provider: at most once, whatever happens to this process. */
export class HandOverText extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly textId: string,
  ) {
    super();
  }
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
  ) {}

  async execute({ tenant, textId }: HandOverText): Promise<void> {
    const outgoing = await this.unitOfWork.run(tenant, (store) => this.claim(store, textId));
    if (outgoing === null) return;
    const outcome = await this.sender.send(outgoing);
    await this.unitOfWork.run(tenant, (store) => this.record(store, textId, outcome));
  }

  /** What is to be sent, or null where there is nothing (any more). Nothing goes to somebody who has refused since. */
  private async claim(store: Store, textId: string): Promise<OutgoingText | null> {
    const at = this.clock.now();
    const text = await store.texts.load(textId);
    if (text?.state !== 'queued') return null;
    const optOut = await store.optOuts.find(text.brandId, text.phone);
    // The one text that may go to somebody who has opted out is the one that says so.
    if (optOut.state && text.kind !== 'opt_out_notice') {
      await store.texts.move(textId, 'failed', { at, reason: 'opted_out' });
      this.announce(store, text);
      return null;
    }
    const contact = await store.contacts.load(text.contactId);
    const refused = contact?.facts.agreement.state === 'declined' && INVITING_KINDS.includes(text.kind);
    if (contact === null || contact.phone !== text.phone || refused) {
      await store.texts.move(textId, 'cancelled', { at });
      this.announce(store, text);
      return null;
    }
    const brand = await store.brands.byId(text.brandId);
    if (brand === null || !(await store.texts.move(textId, 'sending', { at }))) return null;
    const body =
      text.linkId === null
        ? text.body
        : withLink(
            text.body,
            linkAddress(brand.linkOrigin, brand.brandKey, await store.links.tokenOf(text.linkId)),
          );
    return {
      attemptId: textId,
      companyId: store.tenant.companyId,
      to: text.phone,
      body,
      sender: text.sender,
    };
  }

  private async record(store: Store, textId: string, outcome: HandOver): Promise<void> {
    const at = this.clock.now();
    const text = await store.texts.load(textId);
    if (text === null) return;
    switch (outcome.kind) {
      case 'accepted':
        await store.texts.identify(textId, outcome.providerId);
        await this.recordEvidence(store, text, at);
        // A callback may have come before this answer; then the text is further on already.
        await applyReport(store, text, { state: 'accepted', reason: null, providerCode: null }, at);
        break;
      case 'refused':
        await applyReport(
          store,
          text,
          { state: 'failed', reason: outcome.reason, providerCode: outcome.providerCode },
          at,
        );
        break;
      case 'not_processed':
        await this.postpone(store, text, outcome, at);
        break;
      case 'unknown':
        if (await store.texts.move(textId, 'uncertain', { at })) {
          const startAfter = new Date(at.getTime() + RESOLVE_AFTER_MS);
          await store.jobs.add({ name: 'resolve-text', tenant: store.tenant, textId }, { startAfter });
        }
        break;
    }
    this.announce(store, text);
  }

  /** The exact words that the provider took, with the link's place in them. */
  private async recordEvidence(store: Store, text: StoredText, at: Date): Promise<void> {
    const { dealerId } = store.tenant;
    if (dealerId === null) return;
    const detail = {
      textId: text.id,
      kind: text.kind,
      words: text.body,
      to: text.phone,
      brandVersion: text.brandVersion,
    };
    await store.evidence.add({ contactId: text.contactId, dealerId, kind: 'text_sent', at, detail });
  }

  private async postpone(
    store: Store,
    text: StoredText,
    outcome: Extract<HandOver, { kind: 'not_processed' }>,
    at: Date,
  ): Promise<void> {
    const { providerCode } = outcome;
    if (text.postponed >= MOST_POSTPONED) {
      await store.texts.move(text.id, 'failed', { at, reason: 'provider_busy', providerCode });
      return;
    }
    const wait = Math.max((outcome.retryAfterSeconds ?? 0) * 1000, pause(text.postponed, Math.random()));
    const dueAt = new Date(at.getTime() + wait);
    if (await store.texts.move(text.id, 'queued', { at, providerCode, dueAt })) {
      await store.jobs.add(
        { name: 'hand-over-text', tenant: store.tenant, textId: text.id },
        { startAfter: dueAt },
      );
    }
  }

  private announce(store: Store, text: StoredText): void {
    const { dealerId } = store.tenant;
    if (dealerId !== null) store.announce({ dealerId, siteId: text.siteId, contactId: text.contactId });
  }
}
