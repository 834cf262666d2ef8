import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWallTime, keepsQuietHours, quietUntil, USUAL_QUIET_HOURS } from '../../src/time/quiet-hours.ts';

const at = (iso: string): Date => new Date(iso);
const NIGHT = USUAL_QUIET_HOURS;

describe('quiet hours in the zone of a site', () => {
  test.each<[string, string, string, string | null]>([
    ['noon in winter', '2026-01-15T18:00:00Z', 'America/Chicago', null],
    ['a second before nine in the evening', '2026-01-16T02:59:59Z', 'America/Chicago', null],
    ['nine in the evening', '2026-01-16T03:00:00Z', 'America/Chicago', '2026-01-16T14:00:00Z'],
    ['after midnight', '2026-01-16T08:00:00Z', 'America/Chicago', '2026-01-16T14:00:00Z'],
    ['a second before eight', '2026-01-16T13:59:59Z', 'America/Chicago', '2026-01-16T14:00:00Z'],
    ['eight in the morning', '2026-01-16T14:00:00Z', 'America/Chicago', null],
    // 8 March: 2:00 becomes 3:00. The night has eleven hours less one.
    ['the night the clocks go forward', '2026-03-08T03:00:00Z', 'America/Chicago', '2026-03-08T13:00:00Z'],
    ['the same night, after the change', '2026-03-08T09:00:00Z', 'America/Chicago', '2026-03-08T13:00:00Z'],
    // 1 November: 2:00 becomes 1:00 again. The night has an hour more.
    ['the night the clocks go back', '2026-11-01T02:00:00Z', 'America/Chicago', '2026-11-01T14:00:00Z'],
    ['the hour that is lived twice', '2026-11-01T07:30:00Z', 'America/Chicago', '2026-11-01T14:00:00Z'],
    ['the same moment, further west', '2026-01-16T14:30:00Z', 'America/Los_Angeles', '2026-01-16T16:00:00Z'],
    ['a zone that changes nothing', '2026-07-01T04:30:00Z', 'America/Phoenix', '2026-07-01T15:00:00Z'],
    ['half an hour off the hour', '2026-01-15T15:30:00Z', 'Asia/Kolkata', '2026-01-16T02:30:00Z'],
    [
      'a change at midnight: Santiago goes forward',
      '2026-09-06T03:30:00Z',
      'America/Santiago',
      '2026-09-06T11:00:00Z',
    ],
    ['the other side of the date line', '2026-01-15T09:00:00Z', 'Pacific/Auckland', '2026-01-15T19:00:00Z'],
  ])('%s', (_, now, zone, until) => {
    expect(quietUntil(at(now), zone, NIGHT)?.toISOString() ?? null).toBe(
      until === null ? null : at(until).toISOString(),
    );
  });

  test('quiet hours by day, and none at all', () => {
    const siesta = { from: '13:00', until: '16:00' };
    expect(quietUntil(at('2026-01-15T13:30:00Z'), 'Europe/Madrid', siesta)).toEqual(
      at('2026-01-15T15:00:00Z'),
    );
    expect(quietUntil(at('2026-01-15T20:30:00Z'), 'Europe/Madrid', siesta)).toBeNull();
    expect(
      quietUntil(at('2026-01-15T03:30:00Z'), 'Europe/Madrid', { from: '08:00', until: '08:00' }),
    ).toBeNull();
  });

  test('an end that the change of clocks leaves out is the moment after it', () => {
    const short = { from: '22:00', until: '02:30' };
    expect(quietUntil(at('2026-03-08T07:00:00Z'), 'America/Chicago', short)).toEqual(
      at('2026-03-08T08:30:00Z'),
    );
  });

  test('an end in the hour that is lived twice is not in the past', () => {
    const short = { from: '22:00', until: '01:30' };
    // 1:10 for the second time: 1:30 was, and will be.
    const until = quietUntil(at('2026-11-01T07:10:00Z'), 'America/Chicago', short);
    expect(until!.getTime()).toBeGreaterThan(at('2026-11-01T07:10:00Z').getTime());
  });

  const zone = fc.constantFrom(
    'America/Chicago',
    'America/St_Johns',
    'Europe/Paris',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  );
  const wall = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

  test('the end is ahead, at most a day and the change of clocks, and then it is not quiet', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        zone,
        wall,
        wall,
        (now, timeZone, from, until) => {
          const end = quietUntil(now, timeZone, { from, until });
          if (end === null) return;
          expect(end.getTime()).toBeGreaterThan(now.getTime());
          expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 60 * 60_000);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        zone,
        (now, timeZone) => {
          const end = quietUntil(now, timeZone, NIGHT);
          if (end !== null) expect(quietUntil(end, timeZone, NIGHT)).toBeNull();
        },
      ),
    );
  });

  test.each([
    ['urgent', 60, false],
    ['pressed', 0, false],
    ['pressed', 15, false],
    ['pressed', 16, true],
    ['bulk', 0, true],
  ] as const)('%s, wanted %i minutes ago, keeps them: %s', (lane, minutes, keeps) => {
    const now = at('2026-01-16T03:00:00Z');
    expect(keepsQuietHours(lane, new Date(now.getTime() - minutes * 60_000), now)).toBe(keeps);
  });

  test.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['8:00', false],
    ['08:60', false],
    ['08:00:00', false],
    ['', false],
  ])('%s is a wall time: %s', (value, is) => expect(isWallTime(value)).toBe(is));
});
