import { describe, expect, test } from 'vitest';
import { AGREEMENT_STATES, agreementMayBecome, type AgreementState } from '../../src/contact/agreement.ts';

/** From row to column. Confirmed never falls back; a decline is undone first, and confirmed then. */
const MATRIX: Record<AgreementState, Record<AgreementState, boolean>> = {
  none: { none: false, confirmed: true, declined: true },
  confirmed: { none: false, confirmed: false, declined: true },
  declined: { none: true, confirmed: false, declined: false },
};

describe('agreement', () => {
  const cells = AGREEMENT_STATES.flatMap((from) =>
    AGREEMENT_STATES.map((to) => [from, to, MATRIX[from][to]] as const),
  );
  test.each(cells)('%s → %s: %s', (from, to, allowed) => {
    expect(agreementMayBecome(from, to)).toBe(allowed);
  });
});
