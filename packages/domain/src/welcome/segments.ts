import { SegmentedMessage } from 'sms-segments-calculator';

/** How a text is split for the network. Carriers bill per segment. */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly count: number;
  /** Characters of the text, as people count them. */
  readonly characters: number;
  /** The characters that force UCS-2, each once; empty in GSM-7. */
  readonly forcedBy: readonly string[];
}

/** Counts segments as the provider does, without smart encoding. */
export const segmentsOf = (text: string): Segments => {
  const message = new SegmentedMessage(text, 'auto');
  return {
    encoding: message.encodingName,
    count: message.segmentsCount,
    characters: Array.from(text).length,
    forcedBy: [...new Set(message.getNonGsmCharacters())],
  };
};

/** Above these a text is accepted with a warning. */
const WARN_ABOVE = { 'GSM-7': 2, 'UCS-2': 5 } as const;

/** Above this a text is refused. */
export const SEGMENTS_MAX = 8;

export type SegmentVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Whether a text of so many segments may go out (product.md, "The welcome text"). */
export const judgeSegments = (segments: Segments): SegmentVerdict => {
  const forced =
    segments.forcedBy.length === 0
      ? ''
      : ` ${segments.forcedBy.map((character) => `“${character}”`).join(' ')} needs the longer encoding.`;
  if (segments.count > SEGMENTS_MAX) {
    return { kind: 'refused', message: `${segments.count} segments are more than ${SEGMENTS_MAX}.${forced}` };
  }
  if (segments.count > WARN_ABOVE[segments.encoding]) {
    return { kind: 'warning', message: `${segments.count} segments: each is billed as one text.${forced}` };
  }
  return { kind: 'fine' };
};
