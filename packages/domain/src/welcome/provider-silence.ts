import type { HandOver } from './text-sender.ts';

/**
 * So many requests of a brand in a row to which the provider gave no answer, and the brand's queue stops: each further
 * one would leave a text of which nobody knows whether it was sent.
 */
export const SILENCES_BEFORE_STOP = 5;

/**
 * Whether the provider answered a request, whatever it said. Server errors, resets, time-outs and refused connections
 * are no answers.
 */
export const isAnswer = (outcome: HandOver['kind']): boolean =>
  outcome !== 'unknown' && outcome !== 'unreachable';

/** @param unanswered requests in a row that got no answer */
export const isProviderDown = (unanswered: number): boolean => unanswered >= SILENCES_BEFORE_STOP;
