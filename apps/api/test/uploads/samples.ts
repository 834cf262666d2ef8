import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';

const MEDIA = path.join(import.meta.dirname, '../../../welcome/media');

export const svg = (inside: string, attributes = 'width="480" height="120"'): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

export const MARK = '<rect width="300" height="100" rx="20" fill="#0b5d7a"/>';

/** Each level uses the one before ten times over. */
export const useBomb = (levels: number): Buffer => {
  const groups = Array.from({ length: levels }, (_, level) => {
    const uses = `<use xlink:href="#l${level}"/>`.repeat(10);
    return `<g id="l${level + 1}">${uses}</g>`;
  });
  return svg(
    `<defs><rect id="l0" width="9" height="9"/>${groups.join('')}</defs><use xlink:href="#l${levels}"/>`,
  );
};

/** Small to read and endless to draw: noise of many octaves over the whole picture, again and again. */
export const slowDrawing = (): Buffer =>
  svg(
    `<filter id="f" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.9" numOctaves="50"/></filter>${'<rect width="480" height="120" filter="url(#f)"/>'.repeat(400)}`,
  );

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

/** A PNG of one colour; megapixels compress to kilobytes. */
export const png = (width: number, height: number, more: readonly Buffer[] = []): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * height);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A comment in a PNG, as programs write them. */
export const pngComment = (words: string): Buffer =>
  chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1'));

export const film = (): Promise<Buffer> => readFile(path.join(MEDIA, 'introduction-en.mp4'));
