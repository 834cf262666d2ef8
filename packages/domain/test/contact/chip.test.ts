import { describe, expect, test } from 'vitest';
import { CHIP_KINDS, chipOf, type ChipKind } from '../../src/contact/banner.ts';
import type { Bounce } from '../../src/contact/contact-facts.ts';
import { LINE_CHECK_RESULTS, UNCHECKED, type LineCheckResult } from '../../src/phone/line-type.ts';
import { ago } from '../support/facts.ts';

/** What happened to the number besides the check, in time. */
const HISTORIES = {
  nothing: { proven: null, bounced: null },
  proven: { proven: ago(10), bounced: null },
  'bounced as landline': { proven: null, bounced: { at: ago(10), kind: 'landline' } },
  'bounced as invalid': { proven: null, bounced: { at: ago(10), kind: 'invalid_number' } },
  'proven, then bounced as landline': { proven: ago(20), bounced: { at: ago(10), kind: 'landline' } },
  'proven, then bounced as invalid': { proven: ago(20), bounced: { at: ago(10), kind: 'invalid_number' } },
  'bounced as landline, then proven': { proven: ago(10), bounced: { at: ago(20), kind: 'landline' } },
  'bounced as invalid, then proven': { proven: ago(10), bounced: { at: ago(20), kind: 'invalid_number' } },
  'bounced and proven in one moment': { proven: ago(10), bounced: { at: ago(10), kind: 'landline' } },
} as const satisfies Record<string, { proven: Date | null; bounced: Bounce | null }>;
type History = keyof typeof HISTORIES;

const OK = 'valid_number';
const CELL = 'not_a_cell_phone';
const PHONE = 'not_a_phone_number';

/** Every check result times every history. */
const whatHappenedWins = {
  proven: OK,
  'bounced as landline': CELL,
  'bounced as invalid': PHONE,
  'proven, then bounced as landline': CELL,
  'proven, then bounced as invalid': PHONE,
  'bounced as landline, then proven': OK,
  'bounced as invalid, then proven': OK,
  'bounced and proven in one moment': OK,
} as const satisfies Record<Exclude<History, 'nothing'>, ChipKind>;

const TABLE: Record<LineCheckResult, Record<History, ChipKind>> = {
  unchecked: { nothing: 'not_checked', ...whatHappenedWins },
  valid: { nothing: OK, ...whatHappenedWins },
  may_not_get_texts: { nothing: 'may_not_get_texts', ...whatHappenedWins },
  not_textable: { nothing: CELL, ...whatHappenedWins },
  not_a_number: { nothing: PHONE, ...whatHappenedWins },
  inconclusive: { nothing: 'could_not_check', ...whatHappenedWins },
};

describe('line chip', () => {
  for (const result of LINE_CHECK_RESULTS) {
    for (const [history, kind] of Object.entries(TABLE[result]) as [History, ChipKind][]) {
      test(`checked ${result}, ${history}: ${kind}`, () => {
        const { proven, bounced } = HISTORIES[history];
        const lineCheck = { ...UNCHECKED, result };
        expect(chipOf({ lineCheck, numberProvenAt: proven, bounce: bounced }).kind).toBe(kind);
      });
    }
  }

  test.each<[LineCheckResult, string, string]>([
    ['valid', 'green', 'Valid number'],
    ['unchecked', 'grey', 'Not checked'],
    ['inconclusive', 'grey', 'Could not check'],
    ['may_not_get_texts', 'amber', 'May not get texts'],
    ['not_textable', 'red', 'Not a cell phone'],
    ['not_a_number', 'red', 'Not a phone number'],
  ])('%s is shown %s as "%s"', (result, colour, words) => {
    const chip = chipOf({ lineCheck: { ...UNCHECKED, result }, numberProvenAt: null, bounce: null });
    expect(chip).toMatchObject({ colour, text: words });
  });

  test('the table covers every chip', () => {
    const shown = new Set(Object.values(TABLE).flatMap((row) => Object.values(row)));
    expect([...shown].toSorted()).toEqual([...CHIP_KINDS].toSorted());
  });
});
