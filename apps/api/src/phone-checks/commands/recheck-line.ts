import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkByLookup } from '@keyholder/domain/phone/line-type-lookup';
import type { DealerTenant } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { LINE_TYPE_LOOKUP, type LineTypeLookup } from '../../ports/provider.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A look-up takes seconds; whoever has not saved by then has died. */
const CLAIM_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Looks a number up again: there was no verdict, a text bounced, or the verdict has grown old. */
export class RecheckLine extends Command<void> {
  constructor(
    readonly tenant: DealerTenant,
    readonly checkId: string,
  ) {
    super();
  }
}

@CommandHandler(RecheckLine)
export class RecheckLineHandler implements ICommandHandler<RecheckLine> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    @Inject(LINE_TYPE_LOOKUP) private readonly lookup: LineTypeLookup,
  ) {}

  async execute({ tenant, checkId }: RecheckLine): Promise<void> {
    const phone = await this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const claimed = await store.lineChecks.claim(checkId, at, new Date(at.getTime() + CLAIM_MS));
      // Look-ups cost money: not for a number that nobody has any more.
      if (claimed === null || (await store.lineChecks.contactsWith(claimed)).length > 0) return claimed;
      await store.lineChecks.forget(claimed);
      return null;
    });
    if (phone === null) return;
    // No transaction is open while the service is asked.
    const answer = await this.lookup.lookUp(phone);
    await this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const before = await store.lineChecks.find(phone);
      const check = checkByLookup(answer, at);
      if (check.result === 'inconclusive' && before !== null && before.result !== 'inconclusive') {
        // No verdict takes none away.
        await store.lineChecks.recheckAt(phone, new Date(at.getTime() + DAY_MS));
        return;
      }
      await store.lineChecks.save(phone, check);
      if (before?.result === check.result && before.lineType === check.lineType) return;
      const detail = { result: check.result, lineType: check.lineType };
      for (const { siteId, contactId } of await store.lineChecks.contactsWith(phone)) {
        store.audit.add({
          actor: { kind: 'system', id: null, name: null },
          action: 'contact.line_checked',
          siteId,
          contactId,
          detail,
          at,
        });
        store.events.add({ kind: 'contact.validated', contactId, at, detail });
        store.announce({ dealerId: tenant.dealerId, siteId, contactId });
      }
    });
  }
}
