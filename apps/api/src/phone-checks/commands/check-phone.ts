import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { chipOf } from '@keyholder/domain/contact/banner';
import { isCountry } from '@keyholder/domain/phone/country';
import type { LineCheck } from '@keyholder/domain/phone/line-type';
import { checkByLookup, checkByNumberingPlan } from '@keyholder/domain/phone/line-type-lookup';
import { parsePhone, type PhoneNumber } from '@keyholder/domain/phone/phone-number';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { Doer } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { LINE_TYPE_LOOKUP, type LineTypeLookup } from '../../ports/provider.ts';
import { RateLimits } from '../../ports/rate-limits.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { PhoneCheckView } from '../phone-checks.schemas.ts';

/** Look-ups are paid per call; a verdict is good for so long. No verdict is asked for again each time. */
const VERDICT_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** A dealer has a number checked: while typing, before any contact has it, or of a contact. */
export class CheckPhone extends Command<Result<PhoneCheckView, Refusal>> {
  constructor(
    readonly doer: Doer,
    readonly phone: string,
    readonly country: string,
  ) {
    super();
  }
}

@CommandHandler(CheckPhone)
export class CheckPhoneHandler implements ICommandHandler<CheckPhone> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    @Inject(LINE_TYPE_LOOKUP) private readonly lookup: LineTypeLookup,
  ) {}

  async execute({ doer, phone: input, country }: CheckPhone): Promise<Result<PhoneCheckView, Refusal>> {
    if (!isCountry(country)) {
      const accepted = 'a two-letter code such as US or CA';
      return err({
        code: 'invalid_fields',
        errors: [
          { field: 'country', code: 'unknown_country', message: 'There is no such country.', accepted },
        ],
      });
    }
    const phone = parsePhone(input, country);
    if (!phone.ok) return err({ code: 'invalid_fields', errors: [phone.error] });
    const known = await this.known(doer, phone.value);
    const retryAt = known === null ? await this.tooMany(doer) : null;
    if (retryAt !== null) return err({ code: 'too_many_requests', retryAt });
    const check = known ?? (await this.ask(doer, phone.value));
    return ok({
      phone: phone.value.e164,
      phoneDisplay: phone.value.national,
      lineCheck: { ...check, checkedAt: check.checkedAt?.toISOString() ?? null },
      // No contact has the number yet: nothing has proven or disproved it.
      chip: chipOf({ lineCheck: check, numberProvenAt: null, bounce: null }),
    });
  }

  /** Look-ups cost money: when the next may be made; null: now. */
  private async tooMany({ tenant: { dealerId } }: Doer): Promise<Date | null> {
    return (
      (await this.limits.count('look-up of a dealer, in a minute', dealerId)) ??
      (await this.limits.count('look-up of a dealer, in a day', dealerId))
    );
  }

  /** A verdict that is still good. */
  private async known({ tenant }: Doer, phone: PhoneNumber): Promise<LineCheck | null> {
    const check = await this.unitOfWork.run(tenant, (store) => store.lineChecks.find(phone.e164));
    if (check === null || check.result === 'inconclusive' || check.checkedAt === null) return null;
    return check.checkedAt.getTime() > this.clock.now().getTime() - VERDICT_LIFE_MS ? check : null;
  }

  /** No transaction is open while the service is asked. */
  private async ask({ tenant, actor }: Doer, phone: PhoneNumber): Promise<LineCheck> {
    const planned = checkByNumberingPlan(phone, this.clock.now());
    const check = planned ?? checkByLookup(await this.lookup.lookUp(phone.e164), this.clock.now());
    await this.unitOfWork.run(tenant, async (store) => {
      await store.lineChecks.save(phone.e164, check);
      for (const { siteId, contactId } of await store.lineChecks.contactsWith(phone.e164)) {
        const detail = { result: check.result, lineType: check.lineType };
        const at = this.clock.now();
        store.audit.add({
          actor,
          action: 'contact.line_checked',
          siteId,
          contactId,
          detail,
          at,
        });
        store.events.add({ kind: 'contact.validated', contactId, at, detail });
        store.announce({ dealerId: tenant.dealerId, siteId, contactId });
      }
    });
    return check;
  }
}
