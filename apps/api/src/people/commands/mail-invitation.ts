import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { invitationState } from '@keyholder/domain/account/invitation';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Clock } from '../../ports/clock.ts';
import { Invitations } from '../../ports/identities.ts';
import { Mailer } from '../../ports/mailer.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';
import { invitationMail } from '../invitation-mail.ts';

/** Sends an invitation that is open; done again it may arrive twice. */
export class MailInvitation extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly invitationId: string,
  ) {
    super();
  }
}

@CommandHandler(MailInvitation)
export class MailInvitationHandler implements ICommandHandler<MailInvitation> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly mailer: Mailer,
    @Inject(Settings) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async execute({ tenant, invitationId }: MailInvitation): Promise<void> {
    const { invitation, place } = await this.unitOfWork.run(tenant, async (store) => ({
      invitation: await store.people.loadInvitation(invitationId),
      place: await store.company.placeName(),
    }));
    if (invitation === null || invitationState(invitation, this.clock.now()) !== 'open') return;
    const token = this.invitations.tokenOf(invitationId);
    await this.mailer.send(invitationMail(invitation, place, this.settings.publicUrl.origin, token));
  }
}
