import type { LineTypeLookup } from '@keyholder/domain/phone/line-type-lookup';
import type { TextPoll } from '@keyholder/domain/welcome/text-report';
import type { TextSender } from '@keyholder/domain/welcome/text-sender';

/** The domain's ports to the provider, as tokens that a handler can ask for. */
export const LINE_TYPE_LOOKUP = Symbol('LineTypeLookup');
export const TEXT_SENDER = Symbol('TextSender');
export const TEXT_POLL = Symbol('TextPoll');

export type { LineTypeLookup, TextPoll, TextSender };
