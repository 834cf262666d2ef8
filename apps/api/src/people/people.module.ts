import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { AcceptInvitationHandler } from './commands/accept-invitation.ts';
import { AnswerForInvitationHandler } from './commands/answer-for-invitation.ts';
import { ChangeMemberHandler } from './commands/change-member.ts';
import { InvitePersonHandler } from './commands/invite-person.ts';
import { MailInvitation, MailInvitationHandler } from './commands/mail-invitation.ts';
import { CompanyPeopleController } from './company-people.controller.ts';
import { InvitedController } from './invited.controller.ts';
import { PeopleController } from './people.controller.ts';
import { GetInvitedHandler } from './queries/get-invited.ts';
import { ListPeopleHandler } from './queries/list-people.ts';

@Module({
  controllers: [PeopleController, CompanyPeopleController, InvitedController],
  providers: [
    InvitePersonHandler,
    AnswerForInvitationHandler,
    AcceptInvitationHandler,
    ChangeMemberHandler,
    MailInvitationHandler,
    ListPeopleHandler,
    GetInvitedHandler,
  ],
})
export class PeopleModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('mail-invitation', ({ tenant, invitationId }) =>
      commands.execute(new MailInvitation(tenant, invitationId)),
    );
  }
}
