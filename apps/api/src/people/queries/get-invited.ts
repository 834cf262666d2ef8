import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Identities, type InvitationHolder } from '../../ports/identities.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { InvitedView } from '../people.schemas.ts';

/** What an invitation is about, for whoever holds its token. */
export class GetInvited extends Query<Result<InvitedView, Refusal>> {
  constructor(readonly invited: InvitationHolder) {
    super();
  }
}

@QueryHandler(GetInvited)
export class GetInvitedHandler implements IQueryHandler<GetInvited> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
  ) {}

  async execute({ invited }: GetInvited): Promise<Result<InvitedView, Refusal>> {
    const { invitation, place } = await this.unitOfWork.run(invited.tenant, async (store) => ({
      invitation: await store.people.loadInvitation(invited.invitationId),
      place: await store.company.placeName(),
    }));
    if (invitation === null) return err({ code: 'not_found', what: 'invitation' });
    return ok({
      email: invitation.email,
      role: invitation.role,
      place,
      invitedBy: invitation.invitedBy,
      expiresAt: invitation.expiresAt.toISOString(),
      accepted: invited.state === 'accepted',
      hasAccount: (await this.identities.byEmail(invitation.email)) !== null,
    });
  }
}
