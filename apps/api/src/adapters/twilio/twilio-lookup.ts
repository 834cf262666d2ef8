import { LINE_TYPES, type LineType } from '@keyholder/domain/phone/line-type';
import type { LineTypeLookup, LookupAnswer } from '@keyholder/domain/phone/line-type-lookup';
import twilio from 'twilio';
import { askingProvider } from './asking-provider.ts';

/** The SDK's type says `any` for packages; these are the fields that are read. */
interface LineTypeIntelligence {
  readonly type?: string | null;
  readonly carrierName?: string | null;
  readonly errorCode?: number | null;
}

const lineTypeOf = (type: string | null | undefined): LineType | null =>
  LINE_TYPES.find((known) => known === type) ?? null;

/** Line types by Twilio Lookup v2 with line type intelligence; paid per call. */
export class TwilioLookup implements LineTypeLookup {
  constructor(private readonly client: twilio.Twilio) {}

  lookUp(e164: string): Promise<LookupAnswer> {
    return askingProvider('look up line', async (span) => {
      const answer = await this.ask(e164);
      span.setAttribute('keyholder.outcome', answer.kind);
      return answer;
    });
  }

  private async ask(e164: string): Promise<LookupAnswer> {
    try {
      const found = await this.client.lookups.v2
        .phoneNumbers(e164)
        .fetch({ fields: 'line_type_intelligence' });
      if (!found.valid) return { kind: 'not_a_number' };
      const line = found.lineTypeIntelligence as LineTypeIntelligence | null | undefined;
      // Packages report their errors inside a success.
      if (line?.errorCode !== null && line?.errorCode !== undefined) {
        return { kind: 'no_verdict', providerCode: String(line.errorCode) };
      }
      const lineType = lineTypeOf(line?.type);
      if (lineType === null) return { kind: 'no_verdict', providerCode: null };
      return {
        kind: 'line',
        lineType,
        carrier: line?.carrierName ?? null,
        country: found.countryCode || null,
      };
    } catch (error) {
      // Nothing of the error is kept but its code: it carries our credentials and the number.
      const code = error instanceof twilio.RestException ? error.code : undefined;
      if (error instanceof twilio.RestException && error.status === 404) return { kind: 'not_a_number' };
      return { kind: 'no_verdict', providerCode: code === undefined ? null : String(code) };
    }
  }
}
