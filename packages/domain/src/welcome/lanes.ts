import type { TextKind } from './text-message.ts';

/**
 * How soon a text is handed over where many wait. `urgent`: somebody waits for it now (answers to what a person just
 * did; texts about an alarm). `pressed`: a dealer pressed Send for this contact. `bulk`: imports, programs, reminders.
 */
export const LANES = ['urgent', 'pressed', 'bulk'] as const;
export type Lane = (typeof LANES)[number];

const ANSWERS: ReadonlySet<TextKind> = new Set<TextKind>([
  'new_link',
  'confirmation',
  'opt_out_notice',
  'help',
]);

/** The lane of a text that nothing else is said about. */
export const usualLane = (kind: TextKind): Lane => {
  if (kind === 'reminder') return 'bulk';
  return ANSWERS.has(kind) ? 'urgent' : 'pressed';
};

/** Texts of one dealer beyond which it no longer matters how many more wait. */
export const LONGEST_LINE = 999;

/**
 * The place of a text among all that wait, higher first. A more urgent lane goes before every other. Within a lane the
 * dealers take turns: a text's place falls with the number of texts that its dealer has waiting before it, so that
 * one text of a small dealer does not wait for a thousand of a large one.
 *
 * @param waiting texts of the same dealer and lane that wait already
 */
export const placeInLine = (lane: Lane, waiting: number): number =>
  (LANES.length - LANES.indexOf(lane)) * (LONGEST_LINE + 1) - Math.min(Math.max(waiting, 0), LONGEST_LINE);
