import { displayPhone } from '../phone/phone-number.ts';
import { TEXT_KINDS, type TextTemplates } from '../welcome/default-texts.ts';
import { linkAddress, TOKEN_LENGTH } from '../welcome/link.ts';
import { judgeSegments, segmentsOf, type Segments } from '../welcome/segments.ts';
import { completeTemplate, textTemplate } from '../welcome/text-template.ts';
import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import type { BrandAsset } from './brand-asset.ts';
import type { BrandDraft, LanguageDraft } from './brand-draft.ts';
import type { PageVideo } from './brand-page.ts';
import { brandColours } from './colours.ts';
import { textsOf } from './compose-version.ts';
import { LOCALES, type Locale } from './locale.ts';
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

/** What was found out about the host of the links. */
export type LinkHostCheck =
  | { readonly kind: 'not_checked' }
  /** Pages and API of this installation answer there. */
  | { readonly kind: 'points_here'; readonly at: Date }
  | { readonly kind: 'fails'; readonly at: Date; readonly reason: string };

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

const green = (code: string, message: string): Found => ({
  level: 'green',
  code,
  field: null,
  message,
  action: '',
});
const found = (
  level: 'red' | 'amber',
  code: string,
  field: string,
  message: string,
  action: string,
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
): readonly Found[] => {
  const facts = logo.logo;
  if (facts === null) return [];
  const page = scheme === 'light' ? 'white' : 'dark';
  const contrast = scheme === 'light' ? facts.contrastOnLight : facts.contrastOnDark;
  const findings: Found[] = [];
  if (facts.transparent && contrast < INVISIBLE) {
    findings.push(
      found(
        'red',
        `logo_invisible_on_${scheme}`,
        field,
        `The logo cannot be seen on the ${page} page (contrast ${contrast.toFixed(1)}:1).`,
        `Upload a logo made for ${scheme} backgrounds.`,
      ),
    );
  } else if (facts.transparent && contrast < FAINT) {
    findings.push(
      found(
        'amber',
        `logo_faint_on_${scheme}`,
        field,
        `The logo is hard to see on the ${page} page (contrast ${contrast.toFixed(1)}:1).`,
        `Look at it in the preview; a version with stronger colours reads better.`,
      ),
    );
  }
  if (!facts.transparent) {
    findings.push(
      found(
        'amber',
        'logo_background',
        field,
        'The logo brings its own background, which shows as a box on the page.',
        'Upload a PNG, WebP or SVG with a transparent background.',
      ),
    );
  }
  if (facts.sourceWidth !== null && facts.sourceWidth < LOGO_WIDTH) {
    findings.push(
      found(
        'amber',
        'logo_small',
        field,
        `The logo is ${facts.sourceWidth} pixels wide and looks soft on a phone.`,
        `Upload one at least ${LOGO_WIDTH} pixels wide, or an SVG.`,
      ),
    );
  }
  return findings;
};

const judgeLogo = (draft: BrandDraft, { assets }: PreflightFacts): readonly Found[] => {
  const light = draft.logoLight === null ? undefined : assets.get(draft.logoLight);
  if (light === undefined)
    return [found('red', 'logo_missing', 'logoLight', 'There is no logo yet.', 'Upload your logo.')];
  const dark = draft.logoDark === null ? undefined : assets.get(draft.logoDark);
  const findings = [
    ...(draft.scheme === 'dark' && dark !== undefined ? [] : logoOn('light', 'logoLight', light)),
    ...(draft.scheme === 'light' || dark === undefined ? [] : logoOn('dark', 'logoDark', dark)),
  ];
  if (findings.length > 0) return findings;
  return [
    dark === undefined
      ? green('logo_on_plate', 'The logo reads well; on dark pages it stands on a white plate.')
      : green('logo_fine', 'The logo reads well on light and on dark pages.'),
  ];
};

const judgeColours = (draft: BrandDraft): readonly Found[] => {
  const { light, dark } = brandColours(draft.colour, draft.colourDark);
  const corrected = [
    ...(light.accent === draft.colour
      ? []
      : [['light', 'colour', draft.colour, light.accent, 'white'] as const]),
    ...(draft.colourDark === null || dark.accent === draft.colourDark
      ? []
      : [['dark', 'colourDark', draft.colourDark, dark.accent, 'dark'] as const]),
  ];
  if (corrected.length === 0)
    return [green('colours_fine', 'Buttons, links and words reach the contrast that everybody can read.')];
  return corrected.map(([scheme, field, chosen, used, page]) =>
    found(
      'amber',
      `colour_corrected_${scheme}`,
      field,
      `${chosen} is too close to the ${page} page to be read, so ${used} is used there.`,
      `Fine as it is; choose a ${scheme === 'light' ? 'darker' : 'lighter'} colour to decide yourself.`,
    ),
  );
};

const judgeCompany = (draft: BrandDraft): readonly Found[] => {
  const findings: Found[] = [];
  if (draft.phone === null) {
    findings.push(
      found(
        'red',
        'phone_missing',
        'phone',
        'The page has no telephone of your company: who cannot use the page must be able to call.',
        'Enter the number that answers questions about alarm texts.',
      ),
    );
  }
  const own = [
    ['privacyUrl', 'privacy'],
    ['termsUrl', 'terms'],
  ] as const;
  for (const [field, name] of own) {
    if (draft[field] !== null) continue;
    findings.push(
      found(
        'amber',
        `${name}_built_in`,
        field,
        `There is no link to your ${name} page; the built-in page about the texts stands there.`,
        `Enter the address of your own ${name} page where you have one.`,
      ),
    );
  }
  return findings.length > 0 ? findings : [green('company_fine', 'Telephone, privacy and terms are there.')];
};

/** Values of ordinary length, so that the count is what most texts will have. */
const SAMPLE = {
  namedBy: 'Dana Ortiz',
  site: 'Ortiz Market',
  contact: 'Sam Lee',
  firstName: 'Sam',
  title: 'Owner',
} as const;

/** A text of a draft as it will be sent to somebody of ordinary length. */
export interface SampleText {
  readonly text: string;
  readonly segments: Segments;
}

/** Renders one of a draft's texts with sample values; null where it is no template. */
export const sampleText = (draft: BrandDraft, brandKey: string, template: string): SampleText | null => {
  const link = linkAddress(draft.linkOrigin, brandKey, 'x'.repeat(TOKEN_LENGTH));
  const phone = draft.phone === null ? '' : displayPhone(draft.phone);
  const compiled = textTemplate(template);
  if (!compiled.ok) return null;
  const text = compiled.value.render({ ...SAMPLE, brand: draft.name, phone, link });
  return { text, segments: segmentsOf(text) };
};

const judgeText = (
  draft: BrandDraft,
  language: Locale,
  own: LanguageDraft,
  kind: keyof TextTemplates,
  { brandKey }: PreflightFacts,
): Found | null => {
  const field = `languages.${language}.texts.${kind}`;
  const template = textsOf(language, own)[kind];
  const complete = completeTemplate(kind, template, field);
  if (!complete.ok)
    return found(
      'red',
      complete.error.code,
      field,
      complete.error.message,
      'Add what is missing, or take the built-in text.',
    );
  const sample = sampleText(draft, brandKey, template);
  if (sample === null) return null;
  const verdict = judgeSegments(sample.segments);
  if (verdict.kind === 'fine') return null;
  return found(
    verdict.kind === 'refused' ? 'red' : 'amber',
    verdict.kind === 'refused' ? 'text_too_long' : 'text_long',
    field,
    verdict.message,
    'Shorten it, or replace the characters named.',
  );
};

const judgeTexts = (draft: BrandDraft, facts: PreflightFacts): readonly Found[] => {
  const findings = languagesOf(draft).flatMap(([language, own]) =>
    TEXT_KINDS.flatMap((kind) => judgeText(draft, language, own, kind, facts) ?? []),
  );
  return findings.length > 0
    ? findings
    : [green('texts_fine', 'Every text says what it must, in the fewest segments.')];
};

const languagesOf = (draft: BrandDraft): readonly (readonly [Locale, LanguageDraft])[] =>
  LOCALES.flatMap((language) => {
    const own = draft.languages[language];
    return own === undefined ? [] : [[language, own] as const];
  });

/** Names of the languages, for people who set up a brand. */
const LANGUAGES: Readonly<Record<Locale, string>> = {
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  ar: 'Arabic',
};

const judgeWords = (draft: BrandDraft): readonly Found[] => {
  const findings = (['heading', 'body'] as const).flatMap((part): Found[] => {
    const languages = languagesOf(draft);
    const builtIn = languages.filter(([, own]) => own[part] === null);
    if (builtIn.length === 0 || builtIn.length === languages.length) return [];
    const names = builtIn.map(([language]) => LANGUAGES[language]).join(', ');
    return [
      found(
        'amber',
        `${part}_mixed`,
        `languages.${builtIn[0]?.[0]}.${part}`,
        `The ${part === 'heading' ? 'heading' : 'welcome words'} are yours in one language and the built-in ones in another (${names}).`,
        'Write them in every language, or take the built-in words everywhere.',
      ),
    ];
  });
  return findings.length > 0 ? findings : [green('words_fine', 'The pages say the same in every language.')];
};

/** Larger films cost people on mobile data too much. */
const VIDEO_BYTES = 8_000_000;
/** Longer ones are not watched to the end. */
const VIDEO_SECONDS = 120;

const judgeVideo = (draft: BrandDraft, { assets, introductions }: PreflightFacts): readonly Found[] => {
  const findings = languagesOf(draft).flatMap(([language, { video }]): Found[] => {
    const field = `languages.${language}.video`;
    if (video.kind === 'none' || (video.kind === 'built_in' && introductions[language] === undefined)) {
      return draft.videoRequired
        ? [
            found(
              'amber',
              'video_required_but_none',
              field,
              'The video must be watched, but there is none in this language: Confirm is open at once.',
              'Choose a video, or do not ask for it.',
            ),
          ]
        : [];
    }
    if (video.kind === 'built_in') return [];
    const film = assets.get(video.video);
    const problems: Found[] = [];
    if (film === undefined)
      problems.push(
        found('red', 'video_missing', field, 'The video is no longer there.', 'Upload it again.'),
      );
    if (video.captions === null || assets.get(video.captions) === undefined) {
      problems.push(
        found(
          'red',
          'captions_missing',
          field,
          'The video has no captions: without them deaf people and people on a bus learn nothing.',
          'Upload a captions file (WebVTT, .vtt).',
        ),
      );
    }
    if (video.poster === null || assets.get(video.poster) === undefined) {
      problems.push(
        found(
          'red',
          'poster_missing',
          field,
          'The video has no poster, the picture that stands there before it plays.',
          'Upload a picture, or take one from the video.',
        ),
      );
    }
    if ((film?.bytes ?? 0) > VIDEO_BYTES || (film?.seconds ?? 0) > VIDEO_SECONDS) {
      problems.push(
        found(
          'amber',
          'video_heavy',
          field,
          `The video has ${((film?.bytes ?? 0) / 1_000_000).toFixed(1)} MB and ${Math.round(film?.seconds ?? 0)} seconds: on a slow network few will see it.`,
          'A minute in 720p takes about 3 MB.',
        ),
      );
    }
    return problems;
  });
  if (draft.videoRequired && draft.confirmByReply) {
    findings.push(
      found(
        'amber',
        'reply_without_video',
        'confirmByReply',
        'A reply does not confirm while the video must be watched.',
        'Decide for one of the two.',
      ),
    );
  }
  return findings.length > 0 ? findings : [green('video_fine', 'Every video has captions and a poster.')];
};

/** Words of a name that a domain may be expected to hold. */
const namedIn = (host: string, name: string): boolean => {
  const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const known = plain(host).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 2 && known.includes(word));
};

const judgeLink = (draft: BrandDraft, { ownOrigin, linkHost }: PreflightFacts): readonly Found[] => {
  const field = 'linkOrigin';
  const origin = readOrigin(draft.linkOrigin);
  if (origin === null)
    return [
      found(
        'red',
        'link_not_an_origin',
        field,
        'The link domain is no web host.',
        'Enter https:// and a host.',
      ),
    ];
  if (origin.origin === ownOrigin)
    return [
      found(
        'amber',
        'link_shared',
        field,
        `Links lead to ${origin.host}, which is not named after you.`,
        'A domain of your own is trusted more, by people and by carriers.',
      ),
    ];
  if (!origin.secure)
    return [
      found('red', 'link_not_https', field, 'The link domain is not on https.', 'Begin it with https://.'),
    ];
  if (linkHost.kind === 'not_checked')
    return [
      found(
        'red',
        'link_not_checked',
        field,
        'It is not known whether the link domain leads here.',
        'Press “Check domain”.',
      ),
    ];
  if (linkHost.kind === 'fails')
    return [
      found(
        'red',
        'link_fails',
        field,
        `The link domain does not lead here: ${linkHost.reason}`,
        'Have its host forward to this installation, then check again.',
      ),
    ];
  return namedIn(origin.host, draft.name)
    ? [green('link_fine', 'The link domain leads here and bears your name.')]
    : [
        found(
          'amber',
          'link_name',
          field,
          `${origin.host} does not bear the name ${draft.name} that the texts begin with.`,
          'Carriers ask that sender and link domain belong together.',
        ),
      ];
};

/** True for two ways to say the same sender. */
export const isSameSender = (one: TextSenderIdentity, other: TextSenderIdentity): boolean =>
  one.kind === 'number'
    ? other.kind === 'number' && one.e164 === other.e164
    : other.kind === 'messaging_service' && one.sid === other.sid;

const judgeSender = (draft: BrandDraft, { senders, brandId }: PreflightFacts): readonly Found[] => {
  const { sender } = draft;
  if (sender === null)
    return [
      found(
        'red',
        'sender_missing',
        'sender',
        'It is not said where the texts come from.',
        'Choose a sender.',
      ),
    ];
  const known = senders.find((one) => isSameSender(one.sender, sender));
  if (known === undefined)
    return [
      found(
        'red',
        'sender_unknown',
        'sender',
        'This sender is not set up for your company.',
        'Choose one of your senders, or ask us to set this one up.',
      ),
    ];
  if (known.usedBy !== null && known.usedBy.brandId !== brandId)
    return [
      found(
        'red',
        'sender_taken',
        'sender',
        `${known.usedBy.name} texts from this sender. Who stops the one would stop the other.`,
        'Choose a sender of its own for each brand.',
      ),
    ];
  return [green('sender_fine', 'The brand has a sender of its own.')];
};

/** Everything that is found about a draft before it is published, in the order of {@link PREFLIGHT_CHECKS}. */
export const preflight = (draft: BrandDraft, facts: PreflightFacts): readonly Finding[] => {
  const judged: Record<PreflightCheck, readonly Found[]> = {
    logo: judgeLogo(draft, facts),
    colours: judgeColours(draft),
    company: judgeCompany(draft),
    words: judgeWords(draft),
    texts: judgeTexts(draft, facts),
    video: judgeVideo(draft, facts),
    link: judgeLink(draft, facts),
    sender: judgeSender(draft, facts),
  };
  return PREFLIGHT_CHECKS.flatMap((check) => judged[check].map((one) => ({ check, ...one })));
};

/** True where nothing stops publishing. */
export const mayPublish = (findings: readonly Finding[]): boolean =>
  findings.every(({ level }) => level !== 'red');
