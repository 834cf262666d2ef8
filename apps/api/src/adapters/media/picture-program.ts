/*
 * A program of its own: reads a picture from standard input, writes what is to be kept of it to standard output.
 * It runs with limits (`limited-process.ts`): libraries that read pictures are large, and what they read is hostile.
 */
import { buffer } from 'node:stream/consumers';
import sharp, { type Sharp, type SharpOptions, type WebpOptions } from 'sharp';
import type { PictureAnswer } from './picture-answer.ts';

/** Decoded pixels of one picture. */
const PIXELS_MAX = 40_000_000;
/** Logos are shown 40 pixels high on phones that have three for each. */
const LOGO = { width: 600, height: 120 };
const POSTER = { width: 960, height: 960 };

const answer = (value: PictureAnswer): void => void process.stdout.write(JSON.stringify(value));

sharp.cache(false);
sharp.concurrency(1);
// Only the decoders of what is accepted: none of the many others can be reached.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Svg'].map((format) => `VipsForeignLoad${format}Buffer`),
});

const open = (input: Buffer, options: SharpOptions = {}): Sharp =>
  sharp(input, { limitInputPixels: PIXELS_MAX, failOn: 'error', ...options });

/** A drawing is drawn three times as large as it is kept, whatever size it says: a margin is cut off before. */
const openInSize = async (input: Buffer, box: { width: number; height: number }): Promise<Sharp> => {
  const { format, width, height } = await open(input).metadata();
  if (format !== 'svg') return open(input).autoOrient();
  const scale = 3 * Math.min(box.width / width, box.height / height);
  return open(input, { density: Math.min(Math.max(72 * scale, 1), 10_000) });
};

/** Without an empty margin, where it has one. */
const trimmed = async (picture: Sharp): Promise<Buffer> => {
  const whole = await picture.png({ compressionLevel: 1 }).toBuffer();
  const { hasAlpha } = await sharp(whole).metadata();
  if (!hasAlpha) return whole;
  try {
    const cut = await sharp(whole)
      .trim({ background: { r: 0, g: 0, b: 0, alpha: 0 }, threshold: 4 })
      .png({ compressionLevel: 1 })
      .toBuffer();
    return cut;
  } catch {
    return whole;
  }
};

const cleanLogo = async (input: Buffer): Promise<PictureAnswer> => {
  const source = await open(input).metadata();
  const picture = await trimmed(await openInSize(input, LOGO));
  // From here on it is a PNG of our own making.
  sharp.unblock({ operation: ['VipsForeignLoadPngBuffer'] });
  const sized = sharp(picture).resize({ ...LOGO, fit: 'inside', withoutEnlargement: true });
  // Flat drawings are smaller without loss, photographs with.
  const encode = (how: WebpOptions) =>
    sized
      .clone()
      .webp({ ...how, effort: 5 })
      .toBuffer({ resolveWithObject: true });
  const exact = await encode({ nearLossless: true, quality: 60 });
  const lossy = await encode({ quality: 88, alphaQuality: 90 });
  const { data, info } = exact.data.length < lossy.data.length ? exact : lossy;
  const card = await sharp(picture)
    .resize({ width: 192, height: 192, fit: 'contain', background: '#ffffff' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer();
  const small = await sharp(picture)
    .resize({ width: 64, height: 64, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    kind: 'picture',
    webp: data.toString('base64'),
    width: info.width,
    height: info.height,
    jpeg: card.toString('base64'),
    pixels: {
      width: small.info.width,
      height: small.info.height,
      rgba: small.data.toString('base64'),
    },
    sourceWidth: source.format === 'svg' ? null : source.width,
  };
};

const cleanPoster = async (input: Buffer): Promise<PictureAnswer> => {
  const { data, info } = await open(input)
    .autoOrient()
    .resize({ ...POSTER, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#000000' })
    .webp({ quality: 78, effort: 5 })
    .toBuffer({ resolveWithObject: true });
  return {
    kind: 'picture',
    webp: data.toString('base64'),
    width: info.width,
    height: info.height,
    jpeg: null,
    pixels: null,
    sourceWidth: null,
  };
};

try {
  const input = await buffer(process.stdin);
  answer(process.argv[2] === 'poster' ? await cleanPoster(input) : await cleanLogo(input));
} catch (error) {
  const words = error instanceof Error ? error.message : '';
  answer({ kind: 'refused', tooLarge: /pixel limit|exceeds/iu.test(words) });
}
