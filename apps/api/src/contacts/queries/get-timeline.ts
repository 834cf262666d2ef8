import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller } from '../../ports/caller.ts';
import type { Refusal } from '../../ports/refusal.ts';
import type { TimelineEntry } from '../contacts.schemas.ts';
import { auditEntries, evidenceEntries, replyEntries, textEntries } from './timeline-entries.ts';

/** Everything that happened with a contact, newest first. */
export class GetTimeline extends Query<Result<TimelineEntry[], Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ caller, contactId }: GetTimeline): Promise<Result<TimelineEntry[], Refusal>> {
    const { companyId } = caller.tenant;
    const rows = await this.database.read(caller.tenant, async (db) => {
      const contact = await db
        .selectFrom('contact')
        .select(['id', 'name'])
        .where('company_id', '=', companyId)
        .where('id', '=', contactId)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      if (contact === undefined) return null;
      const of = { company_id: companyId, contact_id: contactId };
      return {
        name: contact.name,
        texts: await db
          .selectFrom('text_message')
          .selectAll()
          .where((where) => where.and(of))
          .execute(),
        evidence: await db
          .selectFrom('consent_evidence')
          .selectAll()
          .where((where) => where.and(of))
          .execute(),
        audit: await db
          .selectFrom('audit_entry')
          .selectAll()
          .where((where) => where.and(of))
          .execute(),
        replies: await db
          .selectFrom('reply')
          .selectAll()
          .where((where) => where.and(of))
          .execute(),
      };
    });
    if (rows === null) return err({ code: 'not_found', what: 'contact' });
    const words = READER_WORDS[caller.language];
    const entries = [
      ...rows.texts.flatMap((row) => textEntries(row, words)),
      ...rows.evidence.flatMap((row) => evidenceEntries(row, rows.name, words)),
      ...rows.audit.flatMap((row) => auditEntries(row, words)),
      ...rows.replies.map((row) => replyEntries(row, rows.name, words)),
    ];
    return ok(
      entries.toSorted((one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id)),
    );
  }
}
