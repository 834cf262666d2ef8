/** What a file is by its first bytes; its name and its declared type are only claims. */
export type FileKind = 'png' | 'jpeg' | 'webp' | 'svg' | 'mp4' | 'unknown';

const starts = (bytes: Buffer, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** White space, declaration, comments and document type may precede a drawing. */
const SVG =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/iu;

/** @param bytes the beginning of the file, at least 4 kB of it where it has them */
export const fileKind = (bytes: Buffer): FileKind => {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return 'mp4';
  return SVG.test(bytes.toString('utf8', 0, 65_536)) ? 'svg' : 'unknown';
};
