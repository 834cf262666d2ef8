import { displayPhone } from '@keyholder/domain/phone/phone-number';
import type { FieldChange } from '@keyholder/domain/shared/changes';
import type { ReaderWords } from '@keyholder/domain/words/reader-words';

/*
 * What an edit of a contact did, in plain words, from the detail of its audit entry.
 */

type Words = ReaderWords['timeline'];

const shown = (value: unknown, { nothing }: Words): string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : nothing;

const isKey = <T extends object>(words: T, key: string): key is keyof T & string => Object.hasOwn(words, key);

const fieldWords = (change: FieldChange, restart: unknown, words: Words): string => {
  const { field, to } = change;
  const before = shown(change.from, words);
  const after = shown(to, words);
  switch (field) {
    case 'name':
      return restart === null ? words.renamed(before, after) : words.anotherPerson(before, after);
    case 'phone':
      return words.phoneChanged(displayPhone(before), displayPhone(after));
    case 'emailVerification':
      return to === true ? words.emailVerificationOn : words.emailVerificationOff;
    case 'emergencyContact':
      return to === true ? words.emergencyOn : words.emergencyOff;
    default:
      return words.fieldChanged(isKey(words.fields, field) ? words.fields[field] : field, before, after);
  }
};

/** An edit, one sentence per field. */
export const changeWords = (detail: Readonly<Record<string, unknown>>, words: Words): string => {
  const changes = (detail['changes'] ?? []) as readonly FieldChange[];
  const restart = detail['restart'] ?? null;
  return [
    ...changes.map((change) => fieldWords(change, restart, words)),
    ...(typeof restart === 'string' && isKey(words.restarts, restart) ? [words.restarts[restart]] : []),
  ].join(' ');
};

/** A new contact; says so where its number had refused before. */
export const addedWords = (refusedBefore: unknown, words: Words): string => {
  if (refusedBefore === 'wrong_person') return words.addedWrongPerson;
  if (refusedBefore === 'not_wanted') return words.addedNotWanted;
  return words.added;
};
