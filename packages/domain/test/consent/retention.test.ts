import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkEvidenceYears,
  EVIDENCE_YEARS_DEFAULT,
  EVIDENCE_YEARS_MAX,
  EVIDENCE_YEARS_MIN,
  evidenceKeptUntil,
  isEvidenceToDelete,
} from '../../src/consent/retention.ts';

const at = (text: string): Date => new Date(text);

describe('how long evidence of a removed contact is kept', () => {
  it.each([
    // [removed, latest piece, years, kept until]
    ['2026-03-10T12:00:00Z', '2026-03-01T00:00:00Z', 5, '2031-03-10T12:00:00Z'],
    // A STOP long after the removal is kept as long as any other.
    ['2026-03-10T12:00:00Z', '2030-12-31T23:59:59Z', 5, '2035-12-31T23:59:59Z'],
    ['2026-03-10T12:00:00Z', '2026-03-10T12:00:00Z', 1, '2027-03-10T12:00:00Z'],
    ['2028-02-29T08:00:00Z', '2028-02-01T00:00:00Z', 4, '2032-02-29T08:00:00Z'],
    ['2028-02-29T08:00:00Z', '2028-02-01T00:00:00Z', 5, '2033-03-01T08:00:00Z'],
    ['2026-12-31T23:59:59.999Z', '2026-01-01T00:00:00Z', 20, '2046-12-31T23:59:59.999Z'],
  ])('removed %s, latest piece %s, %i years: until %s', (removed, piece, years, until) => {
    const kept = { removedAt: at(removed), lastPieceAt: at(piece) };
    expect(evidenceKeptUntil(kept, years)).toEqual(at(until));
    expect(isEvidenceToDelete(kept, years, at(until))).toBe(true);
    expect(isEvidenceToDelete(kept, years, new Date(at(until).getTime() - 1))).toBe(false);
  });

  it('for ever while the contact is on the list', () => {
    const kept = { removedAt: null, lastPieceAt: at('1990-01-01T00:00:00Z') };
    expect(evidenceKeptUntil(kept, 1)).toBeNull();
    expect(isEvidenceToDelete(kept, 1, at('2200-01-01T00:00:00Z'))).toBe(false);
  });

  it('never shorter than the years after the removal and after every piece, and longer with more years', () => {
    const moment = fc.date({ min: at('2000-01-01'), max: at('2100-01-01'), noInvalidDate: true });
    const years = fc.integer({ min: EVIDENCE_YEARS_MIN, max: EVIDENCE_YEARS_MAX });
    fc.assert(
      fc.property(moment, moment, years, (removedAt, lastPieceAt, n) => {
        const until = evidenceKeptUntil({ removedAt, lastPieceAt }, n)!;
        const shortest = n * 365 * 24 * 60 * 60 * 1000;
        expect(until.getTime() - removedAt.getTime()).toBeGreaterThanOrEqual(shortest);
        expect(until.getTime() - lastPieceAt.getTime()).toBeGreaterThanOrEqual(shortest);
        expect(evidenceKeptUntil({ removedAt, lastPieceAt }, n + 1)!.getTime()).toBeGreaterThan(
          until.getTime(),
        );
      }),
    );
  });
});

describe('the number of years', () => {
  it.each([EVIDENCE_YEARS_MIN, EVIDENCE_YEARS_DEFAULT, EVIDENCE_YEARS_MAX])('can be %i', (years) => {
    expect(checkEvidenceYears(years)).toEqual({ ok: true, value: years });
  });

  it.each([0, -1, EVIDENCE_YEARS_MAX + 1, 4.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'cannot be %d',
    (years) => {
      expect(checkEvidenceYears(years)).toMatchObject({
        ok: false,
        error: {
          field: 'evidenceYears',
          code: 'out_of_range',
          accepted: expect.stringContaining('1 to 20') as string,
        },
      });
    },
  );
});
