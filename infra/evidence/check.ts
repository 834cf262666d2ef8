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

interface EvidenceFile {
  readonly format: string;
  readonly contact: { readonly id: string };
  readonly pieces: readonly Piece[];
  readonly head: string | null;
}

export interface Verdict {
  readonly pieces: readonly Piece[];
  /** What does not fit; empty where the chain is whole. */
  readonly problems: readonly string[];
}

const hashOf = (contactId: string, { seq, kind, epoch, detail }: Piece, prevHash: string | null): string =>
  createHash('sha256')
    .update([prevHash ?? '', contactId, seq, kind, epoch, detail].join('|'), 'utf8')
    .digest('hex');

/**
 * Works every hash of a file of consent evidence out again.
 * @param head hash that the chain ended with at an earlier time, where it is known
 */
export const checkEvidence = (text: string, head?: string): Verdict => {
  const file = JSON.parse(text) as EvidenceFile;
  if (file.format !== 'keyholder-evidence/1') {
    return {
      pieces: [],
      problems: [`This is no file of evidence that this program knows: ${file.format}`],
    };
  }
  const { pieces, contact } = file;
  const problems: string[] = [];
  let last: string | null = null;
  for (const [index, piece] of pieces.entries()) {
    const here = `piece ${index + 1}`;
    if (piece.seq !== index + 1) problems.push(`${here}: its number is ${piece.seq}`);
    if (piece.prevHash !== last) problems.push(`${here}: it does not follow the piece before it`);
    if (piece.hash !== hashOf(contact.id, piece, last)) problems.push(`${here}: its hash is not its own`);
    if (Math.abs(Date.parse(piece.at) - Number(piece.epoch) * 1000) >= 1) {
      problems.push(`${here}: its time is not the one that was hashed`);
    }
    last = piece.hash;
  }
  if (file.head !== last) problems.push('the end: the file names another last hash');
  if (head !== undefined && !pieces.some(({ hash }) => hash === head)) {
    problems.push('the end: the chain does not hold the hash that it had ended with');
  }
  return { pieces, problems };
};
