import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer records that a person wants no texts, whatever words they said it in. Only START takes it back. */
export class RecordOptOut extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(RecordOptOut)
export class RecordOptOutHandler implements ICommandHandler<RecordOptOut> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId }: RecordOptOut): Promise<Result<void, Refusal>> {
    const { dealerId } = caller.tenant;
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const at = this.clock.now();
      const contact = await store.contacts.load(contactId);
      if (contact === null) return err({ code: 'not_found', what: 'contact' });
      const { brand } = await store.brands.findOfDealer(dealerId);
      if (brand === null) return err({ code: 'brand_unpublished' });
      if (!(await store.optOuts.set(brand.id, contact.phone, true, 'dealer', at))) return ok(undefined);
      const { siteId } = contact;
      await store.evidence.add({
        contactId,
        dealerId,
        kind: 'opted_out',
        at,
        detail: { source: 'dealer', by: caller.name },
      });
      store.audit.add({ actor: actorOf(caller), action: 'contact.opted_out', siteId, contactId, at });
      for (const other of await store.optOuts.contactsWith(brand.id, contact.phone)) {
        const detail = { source: 'dealer' };
        store.events.add({ kind: 'contact.opted_out', contactId: other.contactId, at, detail });
        store.announce(other);
      }
      return ok(undefined);
    });
  }
}
