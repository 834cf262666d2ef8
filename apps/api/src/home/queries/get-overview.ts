import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NEXT_ACTIONS } from '@keyholder/domain/site/next-action';
import { sql } from 'kysely';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { OverviewView } from '../home.schemas.ts';

/** How all sites of a dealer stand. */
export class GetOverview extends Query<OverviewView> {
  constructor(readonly caller: Caller) {
    super();
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

@QueryHandler(GetOverview)
export class GetOverviewHandler implements IQueryHandler<GetOverview> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller }: GetOverview): Promise<OverviewView> {
    const { companyId, dealerId } = caller.tenant;
    const groups = await this.database.read(caller.tenant, (db) =>
      db
        .selectFrom('site_standing')
        .select([
          'rank',
          sql<number>`count(*)::int`.as('sites'),
          sql<number>`(count(*) filter (where reachable >= minimum))::int`.as('meeting'),
          sql<number>`sum(contacts)::int`.as('contacts'),
          sql<number>`sum(reachable)::int`.as('reachable'),
        ])
        .where('company_id', '=', companyId)
        .where('dealer_id', '=', dealerId)
        .where('archived', '=', false)
        .groupBy('rank')
        .orderBy('rank')
        .execute(),
    );
    return {
      sites: sum(groups.map(({ sites }) => sites)),
      meetingMinimum: sum(groups.map(({ meeting }) => meeting)),
      contacts: sum(groups.map(({ contacts }) => contacts)),
      reachable: sum(groups.map(({ reachable }) => reachable)),
      worklist: groups.flatMap(({ rank, sites }) => {
        const action = rank === null ? undefined : NEXT_ACTIONS[rank];
        return action === undefined ? [] : [{ action, sites }];
      }),
    };
  }
}
