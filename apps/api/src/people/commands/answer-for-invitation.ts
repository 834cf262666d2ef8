import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { INVITATION_LIFE_DAYS, invitationState } from '@keyholder/domain/account/invitation';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An admin takes an open invitation back, or sends it again, which prolongs it. */
export class AnswerForInvitation extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly invitationId: string,
    readonly what: 'revoke' | 'send_again',
  ) {
    super();
  }
}

@CommandHandler(AnswerForInvitation)
export class AnswerForInvitationHandler implements ICommandHandler<AnswerForInvitation> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, invitationId, what }: AnswerForInvitation): Promise<Result<void, Refusal>> {
    const { tenant } = caller;
    const at = this.clock.now();
    return this.unitOfWork.run(tenant, async (store): Promise<Result<void, Refusal>> => {
      const invitation = await store.people.loadInvitation(invitationId);
      const state = invitation === null ? null : invitationState(invitation, at);
      if (invitation === null || state === 'accepted' || state === 'revoked') {
        return err({ code: 'not_found', what: 'invitation' });
      }
      if (what === 'revoke') await store.people.revokeInvitation(invitationId, at);
      else {
        const expiresAt = new Date(at.getTime() + INVITATION_LIFE_DAYS * DAY_MS);
        await store.people.prolongInvitation(invitationId, expiresAt);
        await store.jobs.add({ name: 'mail-invitation', tenant, invitationId });
      }
      const action = what === 'revoke' ? 'invitation.revoked' : 'invitation.sent_again';
      const detail = { invitationId, email: invitation.email, role: invitation.role };
      store.audit.add({ actor: actorOf(caller), action, detail, at });
      return ok(undefined);
    });
  }
}
