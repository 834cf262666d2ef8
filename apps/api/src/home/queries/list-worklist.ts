import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { nextStepAt, rankOf, type NextAction } from '@keyholder/domain/site/next-action';
import { reachability } from '@keyholder/domain/site/reachability';
import { sql, type Kysely } from 'kysely';
import {
  contactsWithFacts,
  ReadDatabase,
  storedContact,
  type Tables,
} from '../../adapters/postgres/read-database.ts';
import { contactView } from '../../contacts/queries/contact-view.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { WorklistItemView } from '../home.schemas.ts';

/** Sites below their minimum, and those where somebody has written, each with the one next step. */
export class ListWorklist extends Query<{ items: WorklistItemView[]; nextCursor: string | null }> {
  constructor(
    readonly caller: Caller,
    readonly page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly action?: NextAction | undefined;
    },
  ) {
    super();
  }
}

/** A place in the list: the rank of the step, then the site's name. */
const placeOf = (rank: number, nameKey: string): string => `${rank} ${nameKey}`;
const readPlace = (place: string): readonly [rank: number, nameKey: string] => {
  const [rank = '', ...nameKey] = place.split(' ');
  return [Number.parseInt(rank, 10) || 0, nameKey.join(' ')];
};

@QueryHandler(ListWorklist)
export class ListWorklistHandler implements IQueryHandler<ListWorklist> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  execute({ caller, page }: ListWorklist): Promise<{ items: WorklistItemView[]; nextCursor: string | null }> {
    const { companyId, dealerId } = caller.tenant;
    const from = readCursor(page.cursor);
    const [fromRank, fromName] = readPlace(from?.sortValue ?? '');
    return this.database.read(caller.tenant, async (db) => {
      const places = await db
        .selectFrom('site_standing')
        .select(['site_id', 'name_key', sql<number>`rank`.as('rank')])
        .where('company_id', '=', companyId)
        .where('dealer_id', '=', dealerId)
        .where('archived', '=', false)
        .where('rank', 'is not', null)
        .$if(page.action !== undefined, (query) => query.where('rank', '=', rankOf(page.action ?? 'wait')))
        .$if(from !== null, (query) =>
          query.where(
            sql<boolean>`(rank, name_key, site_id) > (${fromRank}, ${fromName}, ${from?.id}::uuid)`,
          ),
        )
        .orderBy('rank')
        .orderBy('name_key')
        .orderBy('site_id')
        .limit(page.limit + 1)
        .execute();
      const { items, nextCursor } = pageFrom(
        places,
        page.limit,
        ({ site_id }) => site_id,
        ({ rank, name_key, site_id }) => ({ sortValue: placeOf(rank, name_key), id: site_id }),
      );
      return { items: await this.steps(db, caller, items), nextCursor };
    });
  }

  /** The steps as they are now: what is kept orders the list, the facts say what to do. */
  private async steps(
    db: Kysely<Tables>,
    { tenant: { companyId }, language }: Caller,
    siteIds: readonly string[],
  ): Promise<WorklistItemView[]> {
    if (siteIds.length === 0) return [];
    const sites = await db
      .selectFrom('site')
      .select(['id', 'name', 'account_number', 'minimum_reachable'])
      .where('company_id', '=', companyId)
      .where('id', 'in', siteIds)
      .execute();
    const rows = await contactsWithFacts(db)
      .where('contact.company_id', '=', companyId)
      .where('contact.site_id', 'in', siteIds)
      .orderBy('contact.created_at')
      .orderBy('contact.id')
      .execute();
    const byId = new Map(sites.map((site) => [site.id, site]));
    const bySite = Map.groupBy(rows.map(storedContact), (contact) => contact.siteId);
    const now = this.clock.now();
    return siteIds.flatMap((id) => {
      const site = byId.get(id);
      if (site === undefined) return [];
      const contacts = bySite.get(id) ?? [];
      const limits = { minimumReachable: site.minimum_reachable };
      const step = nextStepAt(limits, contacts, now);
      if (step === null) return [];
      const contact = contacts.find((one) => one.id === step.contactId);
      return [
        {
          site: {
            id,
            name: site.name,
            accountNumber: site.account_number,
            reachability: reachability(limits, contacts),
          },
          action: step.action,
          contact: contact === undefined ? null : contactView(contact, now, language),
        },
      ];
    });
  }
}
