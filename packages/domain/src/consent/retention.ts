import { err, ok, type FieldError, type Result } from '../shared/result.ts';

/** Bounds of the years that evidence of a removed contact is kept. */
export const EVIDENCE_YEARS_MIN = 1;
export const EVIDENCE_YEARS_MAX = 20;
/** Until the company sets another: a year more than claims over unwanted texts may be brought in the United States. */
export const EVIDENCE_YEARS_DEFAULT = 5;

export const checkEvidenceYears = (input: number): Result<number, FieldError> =>
  Number.isInteger(input) && input >= EVIDENCE_YEARS_MIN && input <= EVIDENCE_YEARS_MAX
    ? ok(input)
    : err({
        field: 'evidenceYears',
        code: 'out_of_range',
        message: 'This is no number of years that can be chosen.',
        accepted: `a whole number of years from ${EVIDENCE_YEARS_MIN} to ${EVIDENCE_YEARS_MAX}`,
      });

/** What decides how long the evidence of a contact is kept. */
export interface KeptEvidence {
  /** Null: the contact is on the list. */
  readonly removedAt: Date | null;
  /** When the latest piece of it happened: people may text STOP long after they were removed. */
  readonly lastPieceAt: Date;
}

/** The same day and hour some years on (UTC); 1 March where there is no 29 February. */
const yearsAfter = (moment: Date, years: number): Date => {
  const later = new Date(moment);
  later.setUTCFullYear(moment.getUTCFullYear() + years);
  return later;
};

/**
 * From when on the whole chain of a contact may be deleted: the years after the removal, and no piece of it earlier than
 * the years after it happened. Null: not at all, the contact is on the list.
 */
export const evidenceKeptUntil = ({ removedAt, lastPieceAt }: KeptEvidence, years: number): Date | null =>
  removedAt === null ? null : yearsAfter(removedAt > lastPieceAt ? removedAt : lastPieceAt, years);

/** Whether the chain of a contact is deleted now. */
export const isEvidenceToDelete = (kept: KeptEvidence, years: number, now: Date): boolean => {
  const until = evidenceKeptUntil(kept, years);
  return until !== null && until <= now;
};
