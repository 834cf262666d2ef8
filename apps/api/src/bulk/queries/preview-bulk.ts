import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isForBulkSend, type BulkScope } from '@keyholder/domain/bulk/bulk-scope';
import { composeText, withLink, type ComposedText } from '@keyholder/domain/welcome/compose-text';
import { linkAddress, TOKEN_LENGTH } from '@keyholder/domain/welcome/link';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { BulkPreviewView } from '../bulk.schemas.ts';

/** What validating and sending for many would do now: how many, which texts, how many segments. */
export class PreviewBulk extends Query<BulkPreviewView> {
  constructor(
    readonly caller: Caller,
    readonly scope: BulkScope,
  ) {
    super();
  }
}

interface Draft {
  readonly name: string;
  readonly text: ComposedText;
}

@QueryHandler(PreviewBulk)
export class PreviewBulkHandler implements IQueryHandler<PreviewBulk> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, scope }: PreviewBulk): Promise<BulkPreviewView> {
    const now = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store) => {
      const toValidate = (await store.contacts.withoutCheck(scope)).length;
      const without = await store.contacts.withoutText(scope);
      const wanted = without.filter(({ facts }) => isForBulkSend(facts, now));
      const siteIds = [...new Set(wanted.map(({ siteId }) => siteId))];
      const sites = new Map((await store.sites.loadAll(siteIds)).map((site) => [site.id, site]));
      const { brand, dealerName } = await store.brands.ofDealer(caller.tenant.dealerId);
      const drafts = wanted.flatMap((contact): Draft[] => {
        const site = sites.get(contact.siteId);
        if (site === undefined) return [];
        const text = composeText('welcome', brand, { contact, site, dealerName });
        return text.ok ? [{ name: contact.name, text: text.value }] : [];
      });
      const link = linkAddress(brand.linkOrigin, brand.brandKey, '•'.repeat(TOKEN_LENGTH));
      const texts = [...Map.groupBy(drafts, ({ text }) => text.language)].flatMap(([language, of]) => {
        const longest = of.toSorted((one, other) => other.text.segments.count - one.text.segments.count)[0];
        if (longest === undefined) return [];
        const { text, name } = longest;
        return [
          {
            language,
            contacts: of.length,
            segments: text.segments.count,
            example: withLink(text.body, link),
            to: name,
          },
        ];
      });
      return {
        toValidate,
        toSend: drafts.length,
        segments: drafts.reduce((sum, { text }) => sum + text.segments.count, 0),
        notSent: without.length - drafts.length,
        texts,
      };
    });
  }
}
