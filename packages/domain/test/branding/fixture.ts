import type { BrandAsset } from '../../src/branding/brand-asset.ts';
import { newBrandDraft, type BrandDraft } from '../../src/branding/brand-draft.ts';
import type { PageVideo } from '../../src/branding/brand-page.ts';
import { LOCALES, type Locale } from '../../src/branding/locale.ts';
import type { CompanySender, PreflightFacts } from '../../src/branding/preflight.ts';

const SENDER = { kind: 'number', e164: '+12125550198' } as const;

export const asset = (id: string, changes: Partial<BrandAsset> = {}): BrandAsset => ({
  id,
  kind: 'logo',
  file: `${id}.webp`,
  bytes: 4_000,
  width: 480,
  height: 120,
  seconds: null,
  logo: { transparent: true, contrastOnLight: 7, contrastOnDark: 6, sourceWidth: 960 },
  cardPhoto: `${id}.jpg`,
  ...changes,
});

export const INTRODUCTIONS = Object.fromEntries(
  LOCALES.map((language) => [
    language,
    {
      src: `/assets/built-in/introduction-${language}.mp4`,
      poster: { src: `/assets/built-in/introduction-${language}.webp`, width: 960, height: 540 },
      captions: `/assets/built-in/introduction-${language}.vtt`,
      durationSeconds: 34,
    },
  ]),
) as Record<Locale, PageVideo>;

/** A draft that lacks nothing. */
export const draft = (changes: Partial<BrandDraft> = {}): BrandDraft => ({
  ...newBrandDraft({
    name: 'Riverside Alarm',
    linkOrigin: 'https://v.riverside.example',
    languages: LOCALES,
  }),
  phone: '+12125550199',
  privacyUrl: 'https://riverside.example/privacy',
  termsUrl: 'https://riverside.example/terms',
  logoLight: 'light',
  logoDark: 'dark',
  sender: SENDER,
  ...changes,
});

export const ownSender = (changes: Partial<CompanySender> = {}): CompanySender => ({
  sender: SENDER,
  numbers: [SENDER.e164],
  usedBy: null,
  ...changes,
});

export const facts = (changes: Partial<PreflightFacts> = {}): PreflightFacts => ({
  brandId: 'brand-1',
  brandKey: 'riverside',
  assets: new Map(['light', 'dark'].map((id) => [id, asset(id)])),
  introductions: INTRODUCTIONS,
  senders: [ownSender()],
  ownOrigin: 'https://pages.keyholder.example',
  linkHost: { kind: 'points_here', at: new Date('2026-11-25T12:00:00Z') },
  ...changes,
});
