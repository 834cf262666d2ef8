import type { FieldChange } from '@keyholder/domain/shared/changes';
import { displayPhone } from '@keyholder/domain/phone/phone-number';

/*
 * What an edit of a contact did, in plain words, from the detail of its audit entry.
 */

const NAMES: Readonly<Record<string, string>> = {
  email: 'Email',
  title: 'Title',
  slotNumber: 'Slot number',
  language: 'Language',
};

const shown = (value: unknown): string =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : 'none';

const WORDS: Readonly<Record<string, (change: FieldChange, restart: unknown) => string>> = {
  name: ({ from, to }, restart) =>
    restart === null
      ? `Renamed from ${shown(from)} to ${shown(to)}.`
      : `Now another person: ${shown(to)}, before ${shown(from)}.`,
  phone: ({ from, to }) => `Number changed from ${displayPhone(shown(from))} to ${displayPhone(shown(to))}.`,
  emailVerification: ({ to }) => `Alarm verification by email turned ${to === true ? 'on' : 'off'}.`,
  emergencyContact: ({ to }) =>
    to === true ? 'Made an emergency contact.' : 'No longer an emergency contact: not texted about alarms.',
};

const fieldWords = (change: FieldChange, restart: unknown): string =>
  WORDS[change.field]?.(change, restart) ??
  `${NAMES[change.field] ?? change.field} changed from ${shown(change.from)} to ${shown(change.to)}.`;

const RESTART_WORDS: Readonly<Record<string, string>> = {
  number: 'Line check, welcome and agreement start again; earlier links no longer work.',
  person: 'Welcome and agreement start again; earlier links no longer work.',
};

/** An edit, one sentence per field. */
export const changeWords = (detail: Readonly<Record<string, unknown>>): string => {
  const changes = (detail['changes'] ?? []) as readonly FieldChange[];
  const restart = detail['restart'] ?? null;
  const restartWords = typeof restart === 'string' ? RESTART_WORDS[restart] : undefined;
  return [
    ...changes.map((change) => fieldWords(change, restart)),
    ...(restartWords === undefined ? [] : [restartWords]),
  ].join(' ');
};

/** A new contact; says so where its number had refused before. */
export const addedWords = (refusedBefore: unknown): string => {
  if (refusedBefore === 'wrong_person')
    return 'Contact added. Somebody with this number said before that they are the wrong person.';
  if (refusedBefore === 'not_wanted')
    return 'Contact added. Somebody with this number refused these texts for this site before.';
  return 'Contact added.';
};
