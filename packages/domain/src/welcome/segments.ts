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

/** Whether a text of so many segments may go out (product.md, "The welcome text"); a warning is told and accepted. */
export const judgeSegments = ({ count, encoding }: Segments): 'fine' | 'warning' | 'refused' => {
  if (count > SEGMENTS_MAX) return 'refused';
  return count > WARN_ABOVE[encoding] ? 'warning' : 'fine';
};
