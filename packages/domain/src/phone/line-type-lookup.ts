import type { LineCheck, LineType } from './line-type.ts';
import { judgeLineType } from './line-type.ts';
import type { PhoneNumber } from './phone-number.ts';

/** What a look-up service answered about a number. */
export type LookupAnswer =
  | {
      readonly kind: 'line';
      readonly lineType: LineType;
      readonly carrier: string | null;
      readonly country: string | null;
    }
  | { readonly kind: 'not_a_number' }
  /** No data, unsupported country, service down, rate limited: the number is neither good nor bad. */
  | { readonly kind: 'no_verdict'; readonly providerCode: string | null };

/** Port to the look-up service; paid per call. Never throws for what the service answers or fails to answer. */
export interface LineTypeLookup {
  /** @param e164 the number, E.164 */
  lookUp(e164: string): Promise<LookupAnswer>;
}

/** What the numbering plan alone settles, without any paid look-up; null where a look-up is needed. */
export const checkByNumberingPlan = (phone: PhoneNumber, now: Date): LineCheck | null =>
  phone.plannedLineType === null
    ? null
    : {
        result: judgeLineType(phone.plannedLineType),
        lineType: phone.plannedLineType,
        carrier: null,
        country: phone.country,
        checkedAt: now,
      };

/** The line check that a look-up's answer amounts to. */
export const checkByLookup = (answer: LookupAnswer, now: Date): LineCheck => {
  switch (answer.kind) {
    case 'line':
      return {
        result: judgeLineType(answer.lineType),
        lineType: answer.lineType,
        carrier: answer.carrier,
        country: answer.country,
        checkedAt: now,
      };
    case 'not_a_number':
      return { result: 'not_a_number', lineType: null, carrier: null, country: null, checkedAt: now };
    case 'no_verdict':
      return { result: 'inconclusive', lineType: null, carrier: null, country: null, checkedAt: now };
  }
};
