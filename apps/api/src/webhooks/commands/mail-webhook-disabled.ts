import { MAIL_WORDS } from '@keyholder/domain/words/mails';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import { Identities } from '../../ports/identities.ts';
import { Mailer, mailTo } from '../../ports/mailer.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { Settings } from '../../settings.ts';

/** Tells the admins of the dealer, or of the company, that an endpoint of theirs was switched off. */
export class MailWebhookDisabled extends Command<void> {
  constructor(
    readonly tenant: Tenant,
    readonly webhookId: string,
  ) {
    super();
  }
}

@CommandHandler(MailWebhookDisabled)
export class MailWebhookDisabledHandler implements ICommandHandler<MailWebhookDisabled> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly mailer: Mailer,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async execute({ tenant, webhookId }: MailWebhookDisabled): Promise<void> {
    const { webhook, members } = await this.unitOfWork.run(tenant, async (store) => ({
      webhook: await store.webhooks.load(webhookId),
      members: await store.people.membersForChange(),
    }));
    if (webhook === null || webhook.disabledAt === null) return;
    const admins = members.filter(({ role }) => role === 'dealer_admin' || role === 'company_admin');
    const link = `${this.settings.publicUrl.origin}/portal/settings/webhooks`;
    const { description: name, url } = webhook;
    for (const { email, language } of await this.identities.byIds(admins.map(({ userId }) => userId))) {
      const words = MAIL_WORDS[language ?? 'en'];
      await this.mailer.send(mailTo(email, words.webhookDisabled({ name, url, link })));
    }
  }
}
