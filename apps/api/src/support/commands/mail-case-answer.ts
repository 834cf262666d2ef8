import { MAIL_WORDS } from '@keyholder/domain/words/mails';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Identities } from '../../ports/identities.ts';
import type { DealerTenant } from '../../ports/caller.ts';
import { Mailer, mailTo } from '../../ports/mailer.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';

/**
 * Tells whoever asked that support has answered: the person, or the dealer's admins where software asked or the person
 * works there no more. The mail names no contact and no words: they are read in the portal, signed in.
 */
export class MailCaseAnswer extends Command<void> {
  constructor(
    readonly tenant: DealerTenant,
    readonly caseId: string,
  ) {
    super();
  }
}

@CommandHandler(MailCaseAnswer)
export class MailCaseAnswerHandler implements ICommandHandler<MailCaseAnswer> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly mailer: Mailer,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async execute({ tenant, caseId }: MailCaseAnswer): Promise<void> {
    const { origin } = this.settings.publicUrl;
    const found = await this.unitOfWork.run(tenant, async (store) => ({
      asked: await store.supportCases.asked(caseId),
      members: await store.people.membersForChange(),
    }));
    if (found.asked === null) return;
    const { by, siteId, contactId } = found.asked;
    const asker = found.members.filter(({ userId }) => userId === by);
    const admins = found.members.filter(({ role }) => role === 'dealer_admin');
    const told = await this.identities.byIds((asker.length > 0 ? asker : admins).map(({ userId }) => userId));
    const link = `${origin}/portal/sites/${siteId}/contacts/${contactId}`;
    for (const { email, language } of told) {
      await this.mailer.send(mailTo(email, MAIL_WORDS[language ?? 'en'].caseAnswered(link)));
    }
  }
}
