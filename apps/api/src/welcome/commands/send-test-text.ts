import { randomUUIDv7 } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isCountry } from '@keyholder/domain/phone/country';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { READER_WORDS } from '@keyholder/domain/words/reader-language';
import { linkAddress } from '@keyholder/domain/welcome/link';
import { testTextOf, TEST_TOKEN } from '@keyholder/domain/welcome/test-text';
import type { OutgoingText, TextSender } from '@keyholder/domain/welcome/text-sender';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { TEXT_SENDER } from '../../ports/provider.ts';
import { RateLimits } from '../../ports/rate-limits.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { composeWelcome } from '../compose-welcome.ts';

/** A dealer has the welcome text of a contact sent to a phone of their own, marked as a test. Nothing is kept of it. */
export class SendTestText extends Command<Result<{ readonly to: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly phone: string,
  ) {
    super();
  }
}

@CommandHandler(SendTestText)
export class SendTestTextHandler implements ICommandHandler<SendTestText> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    @Inject(TEXT_SENDER) private readonly sender: TextSender,
  ) {}

  async execute(command: SendTestText): Promise<Result<{ readonly to: string }, Refusal>> {
    const prepared = await this.prepare(command);
    if (!prepared.ok) return prepared;
    const { caller } = command;
    const { text, to } = prepared.value;
    const retryAt =
      (await this.limits.count('test text of a person, in an hour', caller.id)) ??
      (await this.limits.count('test text to a number, in a day', text.to));
    if (retryAt !== null) return err({ code: 'too_many_requests', retryAt });
    await this.unitOfWork.run(caller.tenant, async (store) => {
      const { contactId } = command;
      const at = this.clock.now();
      store.audit.add({ actor: actorOf(caller), action: 'welcome.tested', contactId, at });
    });
    // Once, and no job: whoever waits for it sees at once whether it has come, and can press again.
    const outcome = await this.sender.send(text);
    switch (outcome.kind) {
      case 'accepted':
      case 'unknown':
        return ok({ to });
      case 'not_processed':
      case 'unreachable':
        return err({
          code: 'test_not_sent',
          words: READER_WORDS[caller.language].failures.provider_busy.why,
        });
      case 'refused':
        return err({
          code: 'test_not_sent',
          words: READER_WORDS[caller.language].failures[outcome.reason].why,
        });
    }
  }

  private prepare({
    caller,
    contactId,
    phone,
  }: SendTestText): Promise<Result<{ readonly text: OutgoingText; readonly to: string }, Refusal>> {
    const { companyId, dealerId } = caller.tenant;
    return this.unitOfWork.run(
      caller.tenant,
      async (store): Promise<Result<{ readonly text: OutgoingText; readonly to: string }, Refusal>> => {
        const draft = await composeWelcome(store, dealerId, contactId);
        if (!draft.ok) return draft;
        const { contact, brand, text } = draft.value;
        const site = await store.sites.load(contact.siteId);
        const country = site !== null && isCountry(site.country) ? site.country : 'US';
        const to = parsePhone(phone, country);
        if (!to.ok) return err({ code: 'invalid_fields', errors: [to.error] });
        if ((await store.optOuts.find(brand.id, to.value.e164)).state) return err({ code: 'opted_out' });
        const address = linkAddress(brand.linkOrigin, brand.brandKey, TEST_TOKEN);
        const outgoing = {
          // No attempt of ours: what the provider reports of it is about no text that is kept.
          attemptId: randomUUIDv7(),
          companyId,
          to: to.value.e164,
          body: testTextOf(text.body, address),
          sender: brand.sender,
        };
        return ok({ text: outgoing, to: to.value.national });
      },
    );
  }
}
