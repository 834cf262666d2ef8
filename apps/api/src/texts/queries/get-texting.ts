import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { QueueStopCause } from '@keyholder/domain/welcome/queue-stop';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Texting } from '../texting.schemas.ts';

/** Whether the texts of the dealer's brand go out. */
export class GetTexting extends Query<Texting> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(GetTexting)
export class GetTextingHandler implements IQueryHandler<GetTexting> {
  constructor(private readonly database: ReadDatabase) {}

  execute({ caller }: GetTexting): Promise<Texting> {
    const { companyId, dealerId } = caller.tenant;
    return this.database.read(caller.tenant, async (db): Promise<Texting> => {
      const brand = await db
        .selectFrom('dealer')
        .innerJoin('brand', (join) =>
          join.onRef('brand.company_id', '=', 'dealer.company_id').onRef('brand.id', '=', 'dealer.brand_id'),
        )
        .select(['brand.queue_stopped_reason', 'brand.queue_stopped_at'])
        .where('dealer.company_id', '=', companyId)
        .where('dealer.id', '=', dealerId)
        .executeTakeFirstOrThrow();
      if (brand.queue_stopped_reason === null || brand.queue_stopped_at === null) {
        return { state: 'running', why: null, nextStep: null, since: null, waiting: 0 };
      }
      const { waiting } = await db
        .selectFrom('text_message')
        .select((select) => select.fn.countAll<string>().as('waiting'))
        .where('company_id', '=', companyId)
        .where('dealer_id', '=', dealerId)
        .where('state', '=', 'held')
        .where('hold_reason', '=', 'queue_stopped')
        .executeTakeFirstOrThrow();
      return {
        state: 'stopped',
        ...READER_WORDS[caller.language].queueStops[brand.queue_stopped_reason as QueueStopCause],
        since: moment(brand.queue_stopped_at).toISOString(),
        waiting: Number(waiting),
      };
    });
  }
}
