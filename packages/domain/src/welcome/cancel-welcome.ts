import { err, ok, type Result } from '../shared/result.ts';
import { invitationsIn, mayBecome, type TextRecord } from './text-message.ts';

/** Why there is nothing that could be cancelled. */
export type CancelRefusal = { readonly code: 'on_its_way' } | { readonly code: 'nothing_waiting' };

/**
 * Which texts are cancelled when a dealer takes a welcome text back: those that still wait here. One that the
 * provider has, or may have, is beyond recall.
 *
 * @param texts oldest first
 * @returns ids, at least one
 */
export const textsToCancel = (texts: readonly TextRecord[]): Result<readonly string[], CancelRefusal> => {
  const invitations = invitationsIn(texts);
  const waiting = invitations.filter(({ state }) => mayBecome(state, 'cancelled')).map(({ id }) => id);
  if (waiting.length > 0) return ok(waiting);
  const last = invitations.at(-1)?.state;
  const over = last === undefined || last === 'cancelled' || last === 'failed';
  return err({ code: over ? 'nothing_waiting' : 'on_its_way' });
};
