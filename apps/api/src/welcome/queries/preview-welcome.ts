import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ok, type Result } from '@keyholder/domain/shared/result';
import { withLink } from '@keyholder/domain/welcome/compose-text';
import { segmentsVerdictIn } from '@keyholder/domain/words/text-verdicts';
import { linkAddress, TOKEN_LENGTH } from '@keyholder/domain/welcome/link';
import { decideWelcome } from '@keyholder/domain/welcome/send-welcome';
import type { ContactFacts } from '@keyholder/domain/contact/contact-facts';
import type { Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { problemOf } from '../../http/refusal-to-problem.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import { composeWelcome } from '../compose-welcome.ts';
import type { WelcomePreview } from '../welcome.schemas.ts';

/** The welcome text as it would be sent to a contact now. */
export class PreviewWelcome extends Query<Result<WelcomePreview, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
  ) {
    super();
  }
}

const decide = (
  facts: ContactFacts,
  now: Date,
): Pick<WelcomePreview, 'decision' | 'refusal' | 'mayInsist'> => {
  const decision = decideWelcome(facts, false, now);
  const insisted = decideWelcome(facts, true, now);
  return {
    decision: decision.ok ? decision.value : 'refused',
    refusal: decision.ok ? null : problemOf(decision.error).detail,
    mayInsist:
      insisted.ok && insisted.value === 'hand_over' && !(decision.ok && decision.value === 'hand_over'),
  };
};

@QueryHandler(PreviewWelcome)
export class PreviewWelcomeHandler implements IQueryHandler<PreviewWelcome> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ caller, contactId }: PreviewWelcome): Promise<Result<WelcomePreview, Refusal>> {
    const draft = await this.unitOfWork.run(caller.tenant, (store) =>
      composeWelcome(store, caller.tenant.dealerId, contactId),
    );
    if (!draft.ok) return draft;
    const { contact, brand, text } = draft.value;
    const { encoding, count, characters, forcedBy } = text.segments;
    return ok({
      text: withLink(text.body, linkAddress(brand.linkOrigin, brand.brandKey, '•'.repeat(TOKEN_LENGTH))),
      language: text.language,
      from: brand.sender.kind === 'number' ? brand.sender.e164 : null,
      segments: { encoding, count, characters, forcedBy: [...forcedBy] },
      pageAddress: new URL(`/${brand.brandKey}/${text.language}/`, brand.linkOrigin).href,
      warning: segmentsVerdictIn(text.segments, caller.language),
      ...decide(contact.facts, this.clock.now()),
    });
  }
}
