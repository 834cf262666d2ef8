import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { Selectable } from 'kysely';
import {
  iso,
  moment,
  momentOrNull,
  ReadDatabase,
  type Tables,
} from '../../adapters/postgres/read-database.ts';
import { GetContact } from '../../contacts/queries/get-contact.ts';
import { GetTimeline } from '../../contacts/queries/get-timeline.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { SupportBundle } from '../support.schemas.ts';

/** Everything about a contact that support needs to find out why a text failed. */
export class CollectBundle extends Query<Result<SupportBundle, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

const textOf = (row: Selectable<Tables['text_message']>): SupportBundle['texts'][number] => ({
  textId: row.id,
  kind: row.kind as SupportBundle['texts'][number]['kind'],
  state: row.state as SupportBundle['texts'][number]['state'],
  reason: row.reason as SupportBundle['texts'][number]['reason'],
  providerCode: row.provider_code,
  messageId: row.provider_id,
  from: row.sender_value,
  to: row.phone,
  segments: row.segments,
  sentAnyway: row.insisted,
  queuedAt: moment(row.queued_at).toISOString(),
  acceptedAt: iso(momentOrNull(row.accepted_at)),
  sentAt: iso(momentOrNull(row.sent_at)),
  deliveredAt: iso(momentOrNull(row.delivered_at)),
  failedAt: iso(momentOrNull(row.failed_at)),
});

const known = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

@QueryHandler(CollectBundle)
export class CollectBundleHandler implements IQueryHandler<CollectBundle> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly queries: QueryBus,
  ) {}

  async execute({ caller, contactId }: CollectBundle): Promise<Result<SupportBundle, Refusal>> {
    // Support reads English, whatever the dealer reads.
    const inEnglish = { ...caller, language: 'en' } as const;
    const contact = await this.queries.execute(new GetContact(inEnglish, contactId));
    if (!contact.ok) return contact;
    const timeline = await this.queries.execute(new GetTimeline(inEnglish, contactId));
    if (!timeline.ok) return timeline;
    const { companyId } = caller.tenant;
    const rows = await this.database.read(caller.tenant, async (db) => ({
      site: await db
        .selectFrom('site')
        .select(['id', 'name', 'account_number'])
        .where('company_id', '=', companyId)
        .where('id', '=', contact.value.siteId)
        .executeTakeFirst(),
      texts: await db
        .selectFrom('text_message')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('contact_id', '=', contactId)
        .orderBy('queued_at')
        .orderBy('id')
        .execute(),
    }));
    if (rows.site === undefined) return err({ code: 'not_found', what: 'contact' });
    const texts = rows.texts.map(textOf);
    return ok({
      contact: contact.value,
      site: { id: rows.site.id, name: rows.site.name, accountNumber: rows.site.account_number },
      carrier: contact.value.lineCheck.carrier,
      providerCodes: known(texts.map((text) => text.providerCode)),
      messageIds: known(texts.map((text) => text.messageId)),
      texts,
      timeline: timeline.value,
    });
  }
}
