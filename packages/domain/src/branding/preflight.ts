import { fold } from '../shared/fold.ts';
import { TEXT_KINDS, type TextTemplates } from '../welcome/default-texts.ts';
import { judgeSegments } from '../welcome/segments.ts';
import { missingParts } from '../welcome/text-template.ts';
import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import type { BrandAsset } from './brand-asset.ts';
import type { BrandDraft, LanguageDraft } from './brand-draft.ts';
import type { PageVideo } from './brand-page.ts';
import { brandColours } from './colours.ts';
import { textsOf } from './compose-version.ts';
import { LOCALES, type Locale } from './locale.ts';
import { READER_WORDS, type ReaderLanguage } from '../words/reader-language.ts';
import type { ReaderWords } from '../words/reader-words.ts';
import { missingPartsIn, segmentsVerdictIn } from '../words/text-verdicts.ts';
import { sampleText } from './sample-text.ts';
import { readOrigin } from './web-address.ts';

/** What is looked at before publishing. */
export const PREFLIGHT_CHECKS = [
  'logo',
  'colours',
  'company',
  'words',
  'texts',
  'video',
  'link',
  'sender',
] as const;
export type PreflightCheck = (typeof PREFLIGHT_CHECKS)[number];

/** Red stops publishing, amber is worth a look, green is fine. */
export type PreflightLevel = 'red' | 'amber' | 'green';

/** One thing that was found, with what to do about it. */
export interface Finding {
  readonly check: PreflightCheck;
  readonly level: PreflightLevel;
  /** Stable for programs. */
  readonly code: string;
  /** The field to change, as the API spells it; null where nothing needs to be done. */
  readonly field: string | null;
  readonly message: string;
  /** What to do; empty where nothing needs to be done. */
  readonly action: string;
}

/** A sender that is set up for the company. */
export interface CompanySender {
  readonly sender: TextSenderIdentity;
  /** Numbers it texts from, E.164. */
  readonly numbers: readonly string[];
  /** The brand that texts from it; null while it is free. */
  readonly usedBy: { readonly brandId: string; readonly name: string } | null;
}

/** Why the host of the links does not lead here. */
export type LinkHostFault = 'not_https' | 'no_address' | 'inside_a_network' | 'no_answer' | 'other_answer';

/** What was found out about the host of the links. */
export type LinkHostCheck =
  | { readonly kind: 'not_checked' }
  /** Pages and API of this installation answer there. */
  | { readonly kind: 'points_here'; readonly at: Date }
  | {
      readonly kind: 'fails';
      readonly at: Date;
      readonly reason: LinkHostFault;
      /** HTTP status of an answer that was not ours; null for every other reason. */
      readonly status: number | null;
    };

/** What a draft is judged by, besides itself. */
export interface PreflightFacts {
  readonly brandId: string;
  readonly brandKey: string;
  readonly assets: ReadonlyMap<string, BrandAsset>;
  readonly introductions: Readonly<Partial<Record<Locale, PageVideo>>>;
  readonly senders: readonly CompanySender[];
  /** The installation's own origin, where links work without a domain of one's own. */
  readonly ownOrigin: string;
  readonly linkHost: LinkHostCheck;
}

type Found = Omit<Finding, 'check'>;
/** What findings say, in the reader's language. */
type PreflightWords = ReaderWords['preflight'];

const green = (code: keyof PreflightWords['fine'], words: PreflightWords): Found => ({
  level: 'green',
  code,
  field: null,
  message: words.fine[code],
  action: '',
});
const found = (
  level: 'red' | 'amber',
  code: string,
  field: string,
  { message, action }: { readonly message: string; readonly action: string },
): Found => ({ level, code, field, message, action });

/** Logos narrower than this look soft on phones, which show three pixels where a page has one. */
const LOGO_WIDTH = 300;
/** Contrast of a logo with the page below which it is not seen, and below which it is hard to see. */
const INVISIBLE = 1.25;
const FAINT = 2;

const logoOn = (
  scheme: 'light' | 'dark',
  field: 'logoLight' | 'logoDark',
  logo: BrandAsset,
  { found: say }: PreflightWords,
): readonly Found[] => {
  const facts = logo.logo;
  if (facts === null) return [];
  const contrast = scheme === 'light' ? facts.contrastOnLight : facts.contrastOnDark;
  const shown = contrast.toFixed(1);
  const findings: Found[] = [];
  if (facts.transparent && contrast < INVISIBLE) {
    const { message, action } = say[`logo_invisible_on_${scheme}`];
    findings.push(found('red', `logo_invisible_on_${scheme}`, field, { message: message(shown), action }));
  } else if (facts.transparent && contrast < FAINT) {
    const { message, action } = say[`logo_faint_on_${scheme}`];
    findings.push(found('amber', `logo_faint_on_${scheme}`, field, { message: message(shown), action }));
  }
  if (!facts.transparent) findings.push(found('amber', 'logo_background', field, say.logo_background));
  if (facts.sourceWidth !== null && facts.sourceWidth < LOGO_WIDTH) {
    const message = say.logo_small.message(facts.sourceWidth);
    findings.push(
      found('amber', 'logo_small', field, { message, action: say.logo_small.action(LOGO_WIDTH) }),
    );
  }
  return findings;
};

const judgeLogo = (
  draft: BrandDraft,
  { assets }: PreflightFacts,
  words: PreflightWords,
): readonly Found[] => {
  const light = draft.logoLight === null ? undefined : assets.get(draft.logoLight);
  if (light === undefined) return [found('red', 'logo_missing', 'logoLight', words.found.logo_missing)];
  const dark = draft.logoDark === null ? undefined : assets.get(draft.logoDark);
  const findings = [
    ...(draft.scheme === 'dark' && dark !== undefined ? [] : logoOn('light', 'logoLight', light, words)),
    ...(draft.scheme === 'light' || dark === undefined ? [] : logoOn('dark', 'logoDark', dark, words)),
  ];
  if (findings.length > 0) return findings;
  return [green(dark === undefined ? 'logo_on_plate' : 'logo_fine', words)];
};

const judgeColours = (draft: BrandDraft, words: PreflightWords): readonly Found[] => {
  const { light, dark } = brandColours(draft.colour, draft.colourDark);
  const corrected = [
    ...(light.accent === draft.colour ? [] : [['light', 'colour', draft.colour, light.accent] as const]),
    ...(draft.colourDark === null || dark.accent === draft.colourDark
      ? []
      : [['dark', 'colourDark', draft.colourDark, dark.accent] as const]),
  ];
  if (corrected.length === 0) return [green('colours_fine', words)];
  return corrected.map(([scheme, field, chosen, used]) => {
    const { message, action } = words.found[`colour_corrected_${scheme}`];
    return found('amber', `colour_corrected_${scheme}`, field, { message: message(chosen, used), action });
  });
};

const judgeCompany = (draft: BrandDraft, words: PreflightWords): readonly Found[] => {
  const findings: Found[] = [];
  if (draft.phone === null) findings.push(found('red', 'phone_missing', 'phone', words.found.phone_missing));
  const own = [
    ['privacyUrl', 'privacy_built_in'],
    ['termsUrl', 'terms_built_in'],
  ] as const;
  for (const [field, code] of own)
    if (draft[field] === null) findings.push(found('amber', code, field, words.found[code]));
  return findings.length > 0 ? findings : [green('company_fine', words)];
};

const judgeText = (
  draft: BrandDraft,
  [language, own]: readonly [Locale, LanguageDraft],
  kind: keyof TextTemplates,
  { brandKey }: PreflightFacts,
  reader: ReaderLanguage,
): Found | null => {
  const words = READER_WORDS[reader].preflight;
  const field = `languages.${language}.texts.${kind}`;
  const template = textsOf(language, own)[kind];
  const missing = missingParts(kind, template);
  if (missing.length > 0) {
    const { message, action } = words.found.part_missing;
    return found('red', 'part_missing', field, { message: message(missingPartsIn(missing, reader)), action });
  }
  const sample = sampleText(draft, brandKey, template);
  // What is no template was refused when it was typed.
  if (sample === null) return null;
  const message = segmentsVerdictIn(sample.segments, reader);
  if (message === null) return null;
  const { action } = words.found.text_length;
  return judgeSegments(sample.segments) === 'refused'
    ? found('red', 'text_too_long', field, { message, action })
    : found('amber', 'text_long', field, { message, action });
};

const judgeTexts = (draft: BrandDraft, facts: PreflightFacts, reader: ReaderLanguage): readonly Found[] => {
  const findings = languagesOf(draft).flatMap((language) =>
    TEXT_KINDS.flatMap((kind) => judgeText(draft, language, kind, facts, reader) ?? []),
  );
  return findings.length > 0 ? findings : [green('texts_fine', READER_WORDS[reader].preflight)];
};

const languagesOf = (draft: BrandDraft): readonly (readonly [Locale, LanguageDraft])[] =>
  LOCALES.flatMap((language) => {
    const own = draft.languages[language];
    return own === undefined ? [] : [[language, own] as const];
  });

const judgeWords = (draft: BrandDraft, words: PreflightWords): readonly Found[] => {
  const findings = (['heading', 'body'] as const).flatMap((part): Found[] => {
    const languages = languagesOf(draft);
    const builtIn = languages.filter(([, own]) => own[part] === null);
    if (builtIn.length === 0 || builtIn.length === languages.length) return [];
    const names = builtIn.map(([language]) => words.languages[language]).join(', ');
    const field = `languages.${builtIn[0]?.[0]}.${part}`;
    const { message, action } = words.found[`${part}_mixed`];
    return [found('amber', `${part}_mixed`, field, { message: message(names), action })];
  });
  return findings.length > 0 ? findings : [green('words_fine', words)];
};

/** Larger films cost people on mobile data too much. */
const VIDEO_BYTES = 8_000_000;
/** Longer ones are not watched to the end. */
const VIDEO_SECONDS = 120;

const judgeVideo = (
  draft: BrandDraft,
  { assets, introductions }: PreflightFacts,
  words: PreflightWords,
): readonly Found[] => {
  const say = words.found;
  const findings = languagesOf(draft).flatMap(([language, { video }]): Found[] => {
    const field = `languages.${language}.video`;
    if (video.kind === 'none' || (video.kind === 'built_in' && introductions[language] === undefined)) {
      return draft.videoRequired
        ? [found('amber', 'video_required_but_none', field, say.video_required_but_none)]
        : [];
    }
    if (video.kind === 'built_in') return [];
    const film = assets.get(video.video);
    const problems: Found[] = [];
    if (film === undefined) problems.push(found('red', 'video_missing', field, say.video_missing));
    if (video.captions === null || assets.get(video.captions) === undefined)
      problems.push(found('red', 'captions_missing', field, say.captions_missing));
    if (video.poster === null || assets.get(video.poster) === undefined)
      problems.push(found('red', 'poster_missing', field, say.poster_missing));
    if ((film?.bytes ?? 0) > VIDEO_BYTES || (film?.seconds ?? 0) > VIDEO_SECONDS) {
      const megabytes = ((film?.bytes ?? 0) / 1_000_000).toFixed(1);
      const { message, action } = say.video_heavy;
      const heavy = { message: message(megabytes, Math.round(film?.seconds ?? 0)), action };
      problems.push(found('amber', 'video_heavy', field, heavy));
    }
    return problems;
  });
  if (draft.videoRequired && draft.confirmByReply)
    findings.push(found('amber', 'reply_without_video', 'confirmByReply', say.reply_without_video));
  return findings.length > 0 ? findings : [green('video_fine', words)];
};

/** Words of a name that a domain may be expected to hold. */
const namedIn = (host: string, name: string): boolean => {
  const known = fold(host).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && known.includes(word));
};

/** Why the host of the links fails, in words. */
export const linkHostWords = (
  { reason, status }: Extract<LinkHostCheck, { readonly kind: 'fails' }>,
  { linkHost }: PreflightWords,
): string => (reason === 'other_answer' ? linkHost.other_answer(status ?? 0) : linkHost[reason]);

const judgeLink = (
  draft: BrandDraft,
  { ownOrigin, linkHost }: PreflightFacts,
  words: PreflightWords,
): readonly Found[] => {
  const field = 'linkOrigin';
  const say = words.found;
  const origin = readOrigin(draft.linkOrigin);
  if (origin === null) return [found('red', 'link_not_an_origin', field, say.link_not_an_origin)];
  if (origin.origin === ownOrigin) {
    const { message, action } = say.link_shared;
    return [found('amber', 'link_shared', field, { message: message(origin.host), action })];
  }
  if (!origin.secure) return [found('red', 'link_not_https', field, say.link_not_https)];
  if (linkHost.kind === 'not_checked') return [found('red', 'link_not_checked', field, say.link_not_checked)];
  if (linkHost.kind === 'fails') {
    const { message, action } = say.link_fails;
    const reason = linkHostWords(linkHost, words);
    return [found('red', 'link_fails', field, { message: message(reason), action })];
  }
  if (namedIn(origin.host, draft.name)) return [green('link_fine', words)];
  const { message, action } = say.link_name;
  return [found('amber', 'link_name', field, { message: message(origin.host, draft.name), action })];
};

/** True for two ways to say the same sender. */
export const isSameSender = (one: TextSenderIdentity, other: TextSenderIdentity): boolean =>
  one.kind === 'number'
    ? other.kind === 'number' && one.e164 === other.e164
    : other.kind === 'messaging_service' && one.sid === other.sid;

const judgeSender = (
  draft: BrandDraft,
  { senders, brandId }: PreflightFacts,
  words: PreflightWords,
): readonly Found[] => {
  const { sender } = draft;
  const say = words.found;
  if (sender === null) return [found('red', 'sender_missing', 'sender', say.sender_missing)];
  const known = senders.find((one) => isSameSender(one.sender, sender));
  if (known === undefined) return [found('red', 'sender_unknown', 'sender', say.sender_unknown)];
  if (known.usedBy !== null && known.usedBy.brandId !== brandId) {
    const { message, action } = say.sender_taken;
    return [found('red', 'sender_taken', 'sender', { message: message(known.usedBy.name), action })];
  }
  return [green('sender_fine', words)];
};

/**
 * Everything that is found about a draft before it is published, in the order of {@link PREFLIGHT_CHECKS}.
 * @param reader in which language it is said
 */
export const preflight = (
  draft: BrandDraft,
  facts: PreflightFacts,
  reader: ReaderLanguage,
): readonly Finding[] => {
  const words = READER_WORDS[reader].preflight;
  const judged: Record<PreflightCheck, readonly Found[]> = {
    logo: judgeLogo(draft, facts, words),
    colours: judgeColours(draft, words),
    company: judgeCompany(draft, words),
    words: judgeWords(draft, words),
    texts: judgeTexts(draft, facts, reader),
    video: judgeVideo(draft, facts, words),
    link: judgeLink(draft, facts, words),
    sender: judgeSender(draft, facts, words),
  };
  return PREFLIGHT_CHECKS.flatMap((check) => judged[check].map((one) => ({ check, ...one })));
};

/** True where nothing stops publishing. */
export const mayPublish = (findings: readonly Finding[]): boolean =>
  findings.every(({ level }) => level !== 'red');
