import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DAILY_PER_SITE_MAX, dayOf } from '@keyholder/domain/account/company-details';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { decideWelcome, UNSPENT_REASON, type Permission } from '@keyholder/domain/welcome/send-welcome';
import type { Lane } from '@keyholder/domain/welcome/lanes';
import { doerOf, type Caller, type Doer } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { queueText, recordUnsentText } from '../../texts/queue-text.ts';
import { composeWelcome, type WelcomeDraft } from '../compose-welcome.ts';

/** Who sends a welcome text, to whom, and what was stated. */
export interface WelcomeRequest extends Doer {
  readonly contactId: string;
  readonly permission: Permission;
  readonly insist: boolean;
  readonly lane?: Lane;
}

/** What was stated about the person's permission, the audit, and everybody who watches. */
const record = async (
  store: Store,
  { tenant, actor, permission, insist }: WelcomeRequest,
  { contact, brand, text }: WelcomeDraft,
  { textId, handedOver, at }: { readonly textId: string; readonly handedOver: boolean; readonly at: Date },
): Promise<void> => {
  const { dealerId } = tenant;
  const { id: contactId, siteId } = contact;
  const stated = { permission, by: actor.name, textId, words: text.body, brandVersion: brand.version };
  await store.evidence.add({ contactId, dealerId, kind: 'permission_stated', at, detail: stated });
  const detail = { textId, handedOver, insisted: insist };
  store.audit.add({ actor, action: 'welcome.requested', siteId, contactId, detail, at });
  store.announce({ dealerId, siteId, contactId });
};

/** Counts the text against the day's limits of the dealer and the site. */
const countWelcome = async (store: Store, siteId: string, at: Date): Promise<Refusal | null> => {
  const { day, nextDay } = dayOf(at);
  const reached = await store.company.countWelcome({ siteId, day, perSite: DAILY_PER_SITE_MAX });
  if (reached === null) return null;
  return { code: 'daily_ceiling', of: reached === 'dealer_a_day' ? 'dealer' : 'site', retryAt: nextDay };
};

/** Sends a contact the welcome text in the transaction at hand: decides, queues, and keeps what was stated. */
export const sendWelcomeIn = async (
  store: Store,
  request: WelcomeRequest,
  at: Date,
): Promise<Result<{ readonly textId: string }, Refusal>> => {
  const { tenant, actor, contactId, permission, insist, lane } = request;
  const draft = await composeWelcome(store, tenant.dealerId, contactId);
  if (!draft.ok) return draft;
  const decision = decideWelcome(draft.value.contact.facts, insist, at);
  if (!decision.ok) return err(decision.error);
  const handedOver = decision.value === 'hand_over';
  const refused = handedOver ? await countWelcome(store, draft.value.contact.siteId, at) : null;
  if (refused !== null) return err(refused);
  const wanted = {
    ...draft.value,
    kind: 'welcome',
    at,
    permission,
    insisted: insist,
    ...(actor.name === null ? {} : { requestedBy: actor.name }),
    ...(lane === undefined ? {} : { lane }),
  } as const;
  const textId =
    decision.value === 'hand_over'
      ? await queueText(store, wanted)
      : await recordUnsentText(store, wanted, UNSPENT_REASON[decision.value]);
  await record(store, request, draft.value, { textId, handedOver, at });
  return ok({ textId });
};

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

@CommandHandler(SendWelcome)
export class SendWelcomeHandler implements ICommandHandler<SendWelcome> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({
    caller,
    contactId,
    permission,
    insist,
  }: SendWelcome): Promise<Result<{ readonly textId: string }, Refusal>> {
    const request = { ...doerOf(caller), contactId, permission, insist };
    return this.unitOfWork.run(caller.tenant, (store) => sendWelcomeIn(store, request, this.clock.now()));
  }
}
