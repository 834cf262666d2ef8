import { createHash } from 'node:crypto';

interface Piece {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly epoch: string;
  readonly detail: string;
  readonly prevHash: string | null;
  readonly hash: string;
}

/** That pieces were deleted because they had been kept long enough; not in files of the first form. */
interface Deletion {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly lastHash: string;
  readonly pieces: number;
  readonly removedAt: string;
  readonly keptYears: number;
  readonly deletedAt: string;
}

interface EvidenceFile {
  readonly format: string;
  readonly contact: { readonly id: string; readonly removedAt?: string | null };
  readonly deletions?: readonly Deletion[];
  readonly pieces: readonly Piece[];
  readonly head: string | null;
}

export interface Verdict {
  readonly deletions: readonly Deletion[];
  readonly pieces: readonly Piece[];
  /** What does not fit; empty where the chain is whole. */
  readonly problems: readonly string[];
}

const FORMATS = ['keyholder-evidence/1', 'keyholder-evidence/2'];

const hashOf = (contactId: string, { seq, kind, epoch, detail }: Piece, prevHash: string | null): string =>
  createHash('sha256')
    .update([prevHash ?? '', contactId, seq, kind, epoch, detail].join('|'), 'utf8')
    .digest('hex');

const DAY_MS = 24 * 60 * 60 * 1000;

/** Earliest moment that counts as so many years after, whatever became of a 29 February. */
const yearsAfter = (moment: string, years: number): number => {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later.getTime() - DAY_MS;
};

/**
 * Works every hash of a file of consent evidence out again.
 * @param head hash that the chain ended with at an earlier time, where it is known
 */
export const checkEvidence = (text: string, head?: string): Verdict => {
  const file = JSON.parse(text) as EvidenceFile;
  if (!FORMATS.includes(file.format)) {
    return {
      deletions: [],
      pieces: [],
      problems: [`This is no file of evidence that this program knows: ${file.format}`],
    };
  }
  const { deletions = [], pieces, contact } = file;
  const problems: string[] = [];
  let last: string | null = null;
  let place = 1;
  for (const { firstSeq, lastSeq, lastHash, pieces: count, ...rule } of deletions) {
    const here = `deleted pieces ${firstSeq} to ${lastSeq}`;
    if (firstSeq !== place || lastSeq < firstSeq)
      problems.push(`${here}: they do not follow what was before`);
    if (count !== lastSeq - firstSeq + 1) problems.push(`${here}: it says that they were ${count}`);
    if (typeof contact.removedAt !== 'string') problems.push(`${here}: the contact was not removed`);
    if (Date.parse(rule.deletedAt) < yearsAfter(rule.removedAt, rule.keptYears)) {
      problems.push(`${here}: they were to be kept longer`);
    }
    last = lastHash;
    place = lastSeq + 1;
  }
  for (const piece of pieces) {
    const here = `piece ${place}`;
    if (piece.seq !== place) problems.push(`${here}: its number is ${piece.seq}`);
    if (piece.prevHash !== last) problems.push(`${here}: it does not follow the piece before it`);
    if (piece.hash !== hashOf(contact.id, piece, last)) problems.push(`${here}: its hash is not its own`);
    if (Math.abs(Date.parse(piece.at) - Number(piece.epoch) * 1000) >= 1) {
      problems.push(`${here}: its time is not the one that was hashed`);
    }
    last = piece.hash;
    place += 1;
  }
  if (file.head !== last) problems.push('the end: the file names another last hash');
  const ends = [...deletions.map(({ lastHash }) => lastHash), ...pieces.map(({ hash }) => hash)];
  if (head !== undefined && !ends.includes(head)) {
    problems.push('the end: the chain does not hold the hash that it had ended with');
  }
  return { deletions, pieces, problems };
};
