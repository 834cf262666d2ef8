import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { withLink } from '@keyholder/domain/welcome/compose-text';
import { linkAddress } from '@keyholder/domain/welcome/link';
import type { StoredText } from '@keyholder/domain/welcome/text-repository';
import type { FoundText } from '@keyholder/domain/welcome/text-report';
import { Clock } from '../../ports/clock.ts';
import { TEXT_POLL, type TextPoll } from '../../ports/provider.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { applyReport } from '../apply-report.ts';
import { recordTaken } from '../record-taken.ts';

/** Asks the provider what became of a text that is uncertain, or whose callback is missing. Sends nothing. */
export class ResolveText extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly textId: string,
  ) {
    super();
  }
}

@CommandHandler(ResolveText)
export class ResolveTextHandler implements ICommandHandler<ResolveText> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(TEXT_POLL) private readonly poll: TextPoll,
  ) {}

  async execute({ tenant, textId }: ResolveText): Promise<void> {
    const open = await this.unitOfWork.run(tenant, (store) => this.load(store, textId));
    if (open === null) return;
    const { text, words } = open;
    const found =
      text.providerId === null
        ? await this.poll.byWords(text.phone, words)
        : [await this.poll.byId(text.providerId)].filter((one) => one !== null);
    await this.unitOfWork.run(tenant, (store) => this.record(store, text, found));
  }

  private async load(
    store: Store,
    textId: string,
  ): Promise<{ readonly text: StoredText; readonly words: string } | null> {
    const text = await store.texts.load(textId);
    if (text === null || !['uncertain', 'accepted', 'sent'].includes(text.state)) return null;
    const brand = await store.brands.byId(text.brandId);
    if (brand === null) return null;
    const words =
      text.linkId === null
        ? text.body
        : withLink(
            text.body,
            linkAddress(brand.linkOrigin, brand.brandKey, await store.links.tokenOf(text.linkId)),
          );
    return { text, words };
  }

  private async record(store: Store, text: StoredText, candidates: readonly FoundText[]): Promise<void> {
    const at = this.clock.now();
    await store.texts.polled(text.id, at);
    const found = await this.ours(store, text, candidates);
    if (found === null) return;
    await recordTaken(store, text, found.providerId, at);
    if (found.report !== null) await applyReport(store, text, found.report, at);
  }

  /** The one that can be this text's: texts without a link, and those sent again, have words that others had too. */
  private async ours(
    store: Store,
    text: StoredText,
    candidates: readonly FoundText[],
  ): Promise<FoundText | null> {
    if (text.providerId !== null) return candidates[0] ?? null;
    const known = await store.texts.knownAtProvider(candidates.map(({ providerId }) => providerId));
    const unknown = candidates.filter(({ providerId }) => !known.has(providerId));
    return unknown.length === 1 ? (unknown[0] ?? null) : null;
  }
}
