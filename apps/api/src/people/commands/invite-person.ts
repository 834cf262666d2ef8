import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkInvitation, INVITATION_LIFE_DAYS } from '@keyholder/domain/account/invitation';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller, type CompanyCaller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { Identities } from '../../ports/identities.ts';
import { RateLimits } from '../../ports/rate-limits.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An admin invites somebody by e-mail: to the dealer, or to the company as a whole. */
export class InvitePerson extends Command<Result<{ readonly invitationId: string }, Refusal>> {
  constructor(
    readonly caller: Caller | CompanyCaller,
    readonly input: {
      readonly email: string;
      readonly role: string;
      readonly language?: ReaderLanguage | undefined;
    },
  ) {
    super();
  }
}

@CommandHandler(InvitePerson)
export class InvitePersonHandler implements ICommandHandler<InvitePerson> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async execute({
    caller,
    input,
  }: InvitePerson): Promise<Result<{ readonly invitationId: string }, Refusal>> {
    const { tenant } = caller;
    const invitation = checkInvitation(input, tenant);
    if (!invitation.ok) return err({ code: 'invalid_fields', errors: invitation.error });
    const retryAt = await this.limits.count('invitation of a place', tenant.dealerId ?? tenant.companyId);
    if (retryAt !== null) return err({ code: 'too_many_requests', retryAt });
    const at = this.clock.now();
    const expiresAt = new Date(at.getTime() + INVITATION_LIFE_DAYS * DAY_MS);
    const known = await this.identities.byEmail(invitation.value.email);
    return this.unitOfWork.run(
      tenant,
      async (store): Promise<Result<{ readonly invitationId: string }, Refusal>> => {
        const members = await store.people.membersForChange();
        if (members.some(({ userId }) => userId === known?.id)) return err({ code: 'member_already' });
        const invited = await store.people.invite({
          ...invitation.value,
          by: caller.name,
          // Whoever has an account has said what they read.
          language: known?.language ?? input.language ?? caller.language,
          at,
          expiresAt,
        });
        if (invited === null) return err({ code: 'invited_already' });
        const { invitationId } = invited;
        await store.jobs.add({ name: 'mail-invitation', tenant, invitationId });
        const detail = { invitationId, ...invitation.value };
        store.audit.add({ actor: actorOf(caller), action: 'person.invited', detail, at });
        return ok({ invitationId });
      },
    );
  }
}
