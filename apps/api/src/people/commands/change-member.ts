import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { changeRole, type MemberRole } from '@keyholder/domain/account/member';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { Identities } from '../../ports/identities.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** An admin gives a member another role, or takes it away (null): from the next request on. */
export class ChangeMember extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly userId: string,
    readonly role: MemberRole | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeMember)
export class ChangeMemberHandler implements ICommandHandler<ChangeMember> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, userId, role }: ChangeMember): Promise<Result<void, Refusal>> {
    const [person] = await this.identities.byIds([userId]);
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const members = await store.people.membersForChange();
      const change = changeRole(members, userId, role);
      if (!change.ok) {
        return err(
          change.error.code === 'no_member' ? { code: 'not_found', what: 'person' } : { code: 'last_admin' },
        );
      }
      if (!change.value.changed) return ok(undefined);
      await (role === null ? store.people.remove(userId) : store.people.setRole(userId, role));
      const before = members.find((member) => member.userId === userId)?.role;
      store.audit.add({
        actor: actorOf(caller),
        action: role === null ? 'person.removed' : 'person.role_changed',
        detail: { userId, name: person?.name ?? null, from: before, ...(role === null ? {} : { to: role }) },
        at,
      });
      return ok(undefined);
    });
  }
}
