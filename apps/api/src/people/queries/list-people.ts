import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { MemberRole } from '@keyholder/domain/account/member';
import { moment, ReadDatabase } from '../../adapters/postgres/read-database.ts';
import type { Caller, CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { Identities } from '../../ports/identities.ts';
import type { PeopleView } from '../people.schemas.ts';

/** Who works at a dealer, or administers a company as a whole, and who is invited to. */
export class ListPeople extends Query<PeopleView> {
  constructor(readonly caller: Caller | CompanyCaller) {
    super();
  }
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  async execute({ caller: { tenant } }: ListPeople): Promise<PeopleView> {
    const { memberships, invitations } = await this.database.read(tenant, async (db) => ({
      memberships: await db
        .selectFrom('membership')
        .select(['user_id', 'role', 'created_at'])
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', 'is not distinct from', tenant.dealerId)
        .execute(),
      invitations: await db
        .selectFrom('invitation')
        .selectAll()
        .where('company_id', '=', tenant.companyId)
        .where('dealer_id', 'is not distinct from', tenant.dealerId)
        .where('accepted_at', 'is', null)
        .where('revoked_at', 'is', null)
        .orderBy('created_at', 'desc')
        .execute(),
    }));
    const people = await this.identities.byIds(memberships.map(({ user_id }) => user_id));
    const byId = new Map(people.map((person) => [person.id, person]));
    const now = this.clock.now();
    const members = memberships.flatMap((row) => {
      const person = byId.get(row.user_id);
      if (person === undefined) return [];
      const { id, name, email, hasSecondFactor } = person;
      const since = moment(row.created_at).toISOString();
      return { userId: id, name, email, role: row.role as MemberRole, secondFactor: hasSecondFactor, since };
    });
    return {
      members: members.toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
      invitations: invitations.map((row) => ({
        id: row.id,
        email: row.email,
        role: row.role as MemberRole,
        invitedBy: row.invited_by,
        invitedAt: moment(row.created_at).toISOString(),
        expiresAt: moment(row.expires_at).toISOString(),
        expired: moment(row.expires_at) <= now,
      })),
    };
  }
}
