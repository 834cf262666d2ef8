import { ASSET_KINDS } from '@keyholder/domain/branding/brand-asset';
import { CORNERS, SCHEMES } from '@keyholder/domain/branding/brand-page';
import { LOCALES } from '@keyholder/domain/branding/locale';
import { PREFLIGHT_CHECKS } from '@keyholder/domain/branding/preflight';
import { z } from 'zod';

const AssetId = z.string().max(64);

const SenderSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('messaging_service').describe('A pool of numbers.'),
      sid: z.string().max(64).describe("The pool's id at the provider (MG and 32 hexadecimal digits)."),
    }),
    z.strictObject({
      kind: z.literal('number').describe('One number.'),
      e164: z.string().max(16).describe('E.164.'),
    }),
  ])
  .meta({ id: 'TextSender', description: 'Where texts come from.' });

const VideoSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('built_in').describe('The one that comes with the product.') }),
    z.strictObject({ kind: z.literal('none').describe('No video in this language.') }),
    z.strictObject({
      kind: z.literal('own').describe('One that was uploaded.'),
      video: AssetId.describe('Id of the uploaded video.'),
      captions: AssetId.nullable().describe('Id of the uploaded captions; needed before publishing.'),
      poster: AssetId.nullable().describe('Id of the uploaded poster; needed before publishing.'),
    }),
  ])
  .meta({ id: 'VideoChoice', description: 'The introduction video of one language.' });

const words = (what: string) =>
  z.string().max(5000).nullable().describe(`${what}; null: the built-in words.`);

const texts = {
  welcome: words('The welcome text, a template with {{brand}}, {{namedBy}}, {{site}}, {{link}} and more'),
  confirmation: words('The text after Confirm'),
  help: words('The answer to HELP'),
  optOutNotice: words('The one text after an opt-out'),
};

const language = {
  heading: words('Heading of the page, a template with {{brand}} and {{phone}}'),
  body: words('Welcome words of the page, the same'),
};

const LanguageDraftSchema = z
  .strictObject({
    ...language,
    texts: z.strictObject(texts).describe('Text messages.'),
    video: VideoSchema.describe('Introduction video.'),
  })
  .meta({ id: 'LanguageDraft', description: 'What a brand says in one language.' });

const LanguageEditSchema = z
  .strictObject({
    heading: language.heading.optional(),
    body: language.body.optional(),
    texts: z
      .strictObject({
        welcome: texts.welcome.optional(),
        confirmation: texts.confirmation.optional(),
        help: texts.help.optional(),
        optOutNotice: texts.optOutNotice.optional(),
      })
      .optional()
      .describe('Text messages; those that are not given stay.'),
    video: VideoSchema.optional().describe('Introduction video.'),
  })
  .meta({ id: 'LanguageEdit', description: 'What is changed of one language.' });

const NAMES = { en: 'English', es: 'Spanish', fr: 'French', ar: 'Arabic' } as const;

const byLanguage = <S extends z.ZodType>(schema: S) =>
  z.strictObject(
    Object.fromEntries(
      LOCALES.map((locale) => [locale, schema.optional().describe(`In ${NAMES[locale]}.`)]),
    ) as Record<(typeof LOCALES)[number], z.ZodOptional<S>>,
  );

const settings = {
  name: z.string().max(1000).describe('1–60 characters; texts and pages begin with it.'),
  phone: z
    .string()
    .max(60)
    .nullable()
    .describe("The company's telephone, E.164; as people type it when it is changed."),
  website: z.string().max(1000).nullable().describe('http or https.'),
  privacyUrl: z.string().max(1000).nullable().describe('Null: the built-in page about the texts.'),
  termsUrl: z.string().max(1000).nullable().describe('Null: the built-in page about the texts.'),
  colour: z.string().max(20).describe('`#rrggbb`; readable colours are computed from it.'),
  colourDark: z
    .string()
    .max(20)
    .nullable()
    .describe('The colour of dark pages, `#rrggbb`; null: computed from `colour`.'),
  scheme: z.enum(SCHEMES).describe("Whether pages are light, dark, or as the reader's phone prefers."),
  corners: z.enum(CORNERS).describe('How buttons, cards and the video are cut.'),
  logoLight: AssetId.nullable().describe('Id of the uploaded logo for light pages.'),
  logoDark: AssetId.nullable().describe('Id of the one for dark pages; null: the light one on a plate.'),
  videoRequired: z.boolean().describe('Whether the video must be watched before Confirm.'),
  confirmByReply: z.boolean().describe('Whether YES confirms, where no video must be watched.'),
  confirmationText: z.boolean().describe('Whether a text follows after Confirm.'),
  reminderDays: z
    .int()
    .nullable()
    .describe(
      'Days after which one reminder goes out, 1–14; null: none. Dealers that have set another number keep theirs.',
    ),
  linkLifeDays: z.int().describe('Days that a link lives, 1–365.'),
  linkOrigin: z.string().max(300).describe('Origin of the links in texts: https:// and a host.'),
  sender: SenderSchema.nullable().describe('One of the senders that are set up for the company.'),
};

const DraftSchema = z
  .strictObject({
    ...settings,
    language: z.enum(LOCALES).describe('Language of the first page, where nothing else says which.'),
    languages: byLanguage(LanguageDraftSchema).describe('What it says in each of its languages.'),
  })
  .meta({ id: 'BrandDraft', description: 'Everything that a company decides about a brand.' });

export const DraftEditSchema = z
  .strictObject(settings)
  .partial()
  .extend({
    phoneCountry: z
      .string()
      .max(2)
      .optional()
      .describe('Country of a phone without a country code; US if not given.'),
    language: z.enum(LOCALES).optional().describe('Language of the first page.'),
    languages: byLanguage(LanguageEditSchema.nullable())
      .optional()
      .describe('By language; null takes one away, {} brings one with the built-in words.'),
  })
  .meta({
    id: 'DraftEdit',
    description: 'Fields that are not given keep their value.',
    examples: [
      {
        colour: '#0b5d7a',
        phone: '(212) 555-0199',
        languages: { es: { heading: 'Bienvenido a {{brand}}' }, fr: null },
      },
    ],
  });

export const NewBrandSchema = z
  .strictObject({
    name: settings.name,
    brandKey: z
      .string()
      .max(60)
      .nullish()
      .describe('First path segment of its pages: 2–40 of a–z, 0–9, hyphens; made of the name if not given.'),
  })
  .meta({
    id: 'NewBrand',
    description: 'A brand to begin.',
    examples: [{ name: 'Riverside Alarm', brandKey: 'riverside' }],
  });

export const BrandKeySchema = z
  .strictObject({ brandKey: z.string().max(60).describe('2–40 of a–z, 0–9 and inner hyphens.') })
  .meta({
    id: 'NewBrandKey',
    description: 'Another address of the pages.',
    examples: [{ brandKey: 'riverside' }],
  });

export const DealerBrandSchema = z
  .strictObject({ brandId: z.uuid().describe('A published brand of the company.') })
  .meta({
    id: 'DealerBrand',
    description: 'The brand that a dealer carries.',
    examples: [{ brandId: '019ac000-0000-7000-8000-000000000002' }],
  });

export const AssetSchema = z
  .strictObject({
    id: AssetId.describe('Names it in a draft.'),
    kind: z.enum(ASSET_KINDS).describe('What it is used for.'),
    file: z.string().describe('Its name below the address of files.'),
    bytes: z.int().describe('Size after cleaning.'),
    width: z.int().nullable().describe('Pixels.'),
    height: z.int().nullable().describe('Pixels.'),
    seconds: z.number().nullable().describe('Length of a video.'),
  })
  .meta({ id: 'BrandAsset', description: 'An uploaded file, as it came out of cleaning.' });
export type AssetView = z.infer<typeof AssetSchema>;

const scheme = z.strictObject({
  accent: z.string().describe('Buttons.'),
  onAccent: z.string().describe('Words on them.'),
  link: z.string().describe('Links.'),
});

export const BrandSchema = z
  .strictObject({
    id: z.uuid().describe('Its id.'),
    brandKey: z.string().describe('First path segment of its pages.'),
    version: z.int().describe('Grows with every edit of the draft.'),
    publishedVersion: z.int().describe('0 before the first.'),
    liveVersion: z.int().nullable().describe('The version that people see; it follows within a moment.'),
    draft: DraftSchema.describe('What is edited.'),
    unpublished: z
      .array(z.string())
      .nullable()
      .describe('Fields in which the draft differs from what is published; null before the first version.'),
    colours: z
      .strictObject({ light: scheme.describe('On light pages.'), dark: scheme.describe('On dark pages.') })
      .describe('The readable colours that are used.'),
    assets: z.array(AssetSchema).describe('The files that the draft shows.'),
    senders: z
      .array(
        z
          .strictObject({
            sender: SenderSchema.describe('Where texts come from.'),
            numbers: z.array(z.string()).describe('Its numbers, E.164.'),
            usedBy: z
              .strictObject({
                brandId: z.uuid().describe('Its id.'),
                name: z.string().describe('Its name.'),
              })
              .nullable()
              .describe('The brand that texts from it.'),
          })
          .meta({ id: 'CompanySender', description: 'A sender that is set up for the company.' }),
      )
      .describe('What is set up for the company.'),
    linkHost: z
      .strictObject({
        state: z.enum(['not_checked', 'points_here', 'fails']).describe('What was found.'),
        at: z.iso.datetime().nullable().describe('When.'),
        reason: z.string().nullable().describe('Why it fails.'),
      })
      .describe('Whether the host of the links leads to this installation.'),
    findings: z
      .array(
        z
          .strictObject({
            check: z.enum(PREFLIGHT_CHECKS).describe('What was looked at.'),
            level: z.enum(['red', 'amber', 'green']).describe('Red stops publishing.'),
            code: z.string().describe('Stable, for programs.'),
            field: z.string().nullable().describe('The field to change.'),
            message: z.string().describe('What was found.'),
            action: z.string().describe('What to do.'),
          })
          .meta({ id: 'PreflightFinding', description: 'One thing that was found before publishing.' }),
      )
      .describe('What was found about the draft.'),
  })
  .meta({ id: 'Brand', description: 'A brand as its company edits it.' });
export type BrandView = z.infer<typeof BrandSchema>;

export const BrandListSchema = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            id: z.uuid().describe('Its id.'),
            brandKey: z.string().describe('First path segment of its pages.'),
            name: z.string().describe('Its name, as published or, before that, as drafted.'),
            publishedVersion: z.int().describe('0 before the first.'),
            publishedAt: z.iso.datetime().nullable().describe('When; null before the first.'),
            publishedBy: z.string().nullable().describe('Name of the person.'),
            liveVersion: z.int().nullable().describe('The version that people see.'),
            dealers: z
              .array(
                z.strictObject({ id: z.uuid().describe('Its id.'), name: z.string().describe('Its name.') }),
              )
              .describe('Dealers whose texts and pages carry it.'),
          })
          .meta({ id: 'BrandSummary', description: 'A brand in a list.' }),
      )
      .describe('In the order in which they were made.'),
  })
  .meta({ id: 'BrandList', description: "A company's brands." });
export type BrandListView = z.infer<typeof BrandListSchema>;

export const BrandVersionListSchema = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            version: z.int().describe('Counts from 1.'),
            publishedAt: z.iso.datetime().describe('When.'),
            publishedBy: z.string().nullable().describe('Name of the person.'),
            rolledBackTo: z.int().nullable().describe('The earlier version that was published again.'),
            restorable: z.boolean().describe('Whether it can be published again.'),
          })
          .meta({ id: 'BrandVersion', description: 'One publishing.' }),
      )
      .describe('The newest first, at most 200.'),
  })
  .meta({ id: 'BrandVersionList', description: 'What was published.' });
export type BrandVersionListView = z.infer<typeof BrandVersionListSchema>;

export const DraftAddressSchema = z
  .strictObject({
    address: z
      .string()
      .describe(
        '`/<language>/` and `/<language>/privacy/` follow; `?scheme=` and `?state=` choose what is shown.',
      ),
    expiresAt: z.iso.datetime().describe('The address ends then.'),
  })
  .meta({ id: 'DraftAddress', description: 'Where a draft can be looked at.' });

export const UploadQuerySchema = z.strictObject({
  kind: z.enum(ASSET_KINDS).describe('What the file is used for.'),
  name: z.string().max(255).default('').describe('As the file is called where it comes from.'),
});
