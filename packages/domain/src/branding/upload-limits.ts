import type { AssetKind } from './brand-asset.ts';

/** Most bytes of an upload; said before anything is sent, and refused while it arrives. */
export const UPLOAD_MAX_BYTES: Readonly<Record<AssetKind, number>> = {
  logo: 5_000_000,
  poster: 5_000_000,
  video: 60_000_000,
  captions: 200_000,
};

/** What is taken, in words. */
export const UPLOAD_ACCEPTED: Readonly<Record<AssetKind, string>> = {
  logo: 'a PNG, JPEG, WebP or SVG of at most 5 MB',
  poster: 'a PNG, JPEG or WebP of at most 5 MB',
  video: 'an MP4 of at most 60 MB with H.264 picture and AAC sound',
  captions: 'a WebVTT file (.vtt) of at most 200 kB',
};
