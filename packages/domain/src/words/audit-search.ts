import { AUDIT_ACTIONS, type AuditAction } from '../audit/audit-action.ts';
import { fold } from '../shared/fold.ts';
import { AUDIT_WORDS as en } from './audit-words-en.ts';
import { AUDIT_WORDS as es } from './audit-words-es.ts';
import { AUDIT_WORDS as fr } from './audit-words-fr.ts';

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Letters that stay of a word at least. */
const STEM_MIN = 3;

/** What tells number, and in Spanish and French gender: the longest ending that leaves a stem is cut off. */
const ENDINGS = [/[aeo]s?$/u, /s$/u];

/** "invitado" finds "invitada", "keys" finds "key". */
const stemOf = (word: string): string =>
  ENDINGS.filter((ending) => ending.test(word))
    .map((ending) => word.replace(ending, ''))
    .find(({ length }) => length >= STEM_MIN) ?? word;

const SPOKEN = AUDIT_ACTIONS.map((action) => ({
  action,
  said: [en, es, fr].map((words) => wordsOf(words[action])),
}));

/**
 * The actions that somebody means by words, in any language that the audit is read in: every word must begin one of the
 * action's own. None where nothing was typed.
 */
export const actionsNamed = (typed: string): readonly AuditAction[] => {
  const stems = wordsOf(typed).map(stemOf);
  if (stems.length === 0) return [];
  return SPOKEN.filter(({ said }) =>
    said.some((words) => stems.every((stem) => words.some((word) => word.startsWith(stem)))),
  ).map(({ action }) => action);
};
