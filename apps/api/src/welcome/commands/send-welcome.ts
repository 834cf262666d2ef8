import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DAILY_PER_SITE_MAX, dayOf } from '@keyholder/domain/account/company-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { decideWelcome, UNSPENT_REASON, type Permission } from '@keyholder/domain/welcome/send-welcome';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { queueText, recordUnsentText } from '../../texts/queue-text.ts';
import { composeWelcome, type WelcomeDraft } from '../compose-welcome.ts';

/** A dealer sends a contact the welcome text. */
export class SendWelcome extends Command<Result<{ readonly textId: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly permission: Permission,
    readonly insist: boolean,
  ) {
    super();
  }
}

/** Counts the text against the day's limits of the dealer and the site. */
const countWelcome = async (store: Store, siteId: string, at: Date): Promise<Refusal | null> => {
  const { day, nextDay } = dayOf(at);
  const reached = await store.company.countWelcome({ siteId, day, perSite: DAILY_PER_SITE_MAX });
  if (reached === null) return null;
  return { code: 'daily_ceiling', of: reached === 'dealer_a_day' ? 'dealer' : 'site', retryAt: nextDay };
};

@CommandHandler(SendWelcome)
export class SendWelcomeHandler implements ICommandHandler<SendWelcome> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(command: SendWelcome): Promise<Result<{ readonly textId: string }, Refusal>> {
    const { caller, contactId, permission, insist } = command;
    return this.unitOfWork.run(
      caller.tenant,
      async (store): Promise<Result<{ readonly textId: string }, Refusal>> => {
        const at = this.clock.now();
        const draft = await composeWelcome(store, caller.tenant.dealerId, contactId);
        if (!draft.ok) return draft;
        const decision = decideWelcome(draft.value.contact.facts, insist, at);
        if (!decision.ok) return err(decision.error);
        const handedOver = decision.value === 'hand_over';
        const refused = handedOver ? await countWelcome(store, draft.value.contact.siteId, at) : null;
        if (refused !== null) return err(refused);
        const request = {
          ...draft.value,
          kind: 'welcome',
          at,
          permission,
          insisted: insist,
          requestedBy: caller.name,
        } as const;
        const textId =
          decision.value === 'hand_over'
            ? await queueText(store, request)
            : await recordUnsentText(store, request, UNSPENT_REASON[decision.value]);
        await this.record(store, command, draft.value, {
          textId,
          handedOver,
          at,
        });
        return ok({ textId });
      },
    );
  }

  /** What was stated about the person's permission, the audit, and everybody who watches. */
  private async record(
    store: Store,
    { caller, permission, insist }: SendWelcome,
    { contact, brand, text }: WelcomeDraft,
    { textId, handedOver, at }: { readonly textId: string; readonly handedOver: boolean; readonly at: Date },
  ): Promise<void> {
    const { dealerId } = caller.tenant;
    const { id: contactId, siteId } = contact;
    const stated = { permission, by: caller.name, textId, words: text.body, brandVersion: brand.version };
    await store.evidence.add({ contactId, dealerId, kind: 'permission_stated', at, detail: stated });
    const detail = { textId, handedOver, insisted: insist };
    await store.audit.add({
      actor: actorOf(caller),
      action: 'welcome.requested',
      siteId,
      contactId,
      detail,
      at,
    });
    store.announce({ dealerId, siteId, contactId });
  }
}
