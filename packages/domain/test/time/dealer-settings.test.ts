import { expect, test } from 'vitest';
import { checkDealerSettings, type DealerSettings } from '../../src/time/dealer-settings.ts';

const USUAL: DealerSettings = {
  reminderAfterDays: 3,
  quietHours: { from: '21:00', until: '08:00' },
  recheckAfterDays: 180,
};
const refused = (change: Partial<DealerSettings>): readonly string[] => {
  const checked = checkDealerSettings({ ...USUAL, ...change });
  return checked.ok ? [] : checked.error.map(({ field }) => field);
};

test.each<[string, Partial<DealerSettings>, string[]]>([
  ['as usual', {}, []],
  ['never reminded, never looked up again', { reminderAfterDays: null, recheckAfterDays: null }, []],
  ['the shortest and the longest', { reminderAfterDays: 1, recheckAfterDays: 730 }, []],
  ['a longer night', { quietHours: { from: '17:00', until: '11:00' } }, []],
  ['a shorter evening', { quietHours: { from: '21:01', until: '08:00' } }, ['quietHours.from']],
  ['too early', { quietHours: { from: '21:00', until: '07:59' } }, ['quietHours.until']],
  ['no night at all', { quietHours: { from: '08:00', until: '08:00' } }, ['quietHours.from']],
  ['no times', { quietHours: { from: 'nine', until: '8:00' } }, ['quietHours.from', 'quietHours.until']],
  ['no day', { reminderAfterDays: 0 }, ['reminderAfterDays']],
  ['half days', { reminderAfterDays: 1.5 }, ['reminderAfterDays']],
  ['too many', { reminderAfterDays: 15, recheckAfterDays: 29 }, ['reminderAfterDays', 'recheckAfterDays']],
])('%s', (_, change, fields) => expect(refused(change)).toEqual(fields));
