import { ITEM_STATES, RUN_KINDS, RUN_STATES } from '@keyholder/domain/bulk/bulk-run-repository';
import { ROW_VERDICTS } from '@keyholder/domain/bulk/import-check';
import { IMPORT_FIELDS } from '@keyholder/domain/bulk/import-fields';
import { LOCALES } from '@keyholder/domain/branding/locale';
import { NEXT_ACTIONS } from '@keyholder/domain/site/next-action';
import { PERMISSIONS } from '@keyholder/domain/welcome/send-welcome';
import { z } from 'zod';
import { FieldErrorSchema } from '../http/problem.schemas.ts';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

const moment = z.iso.datetime();
const permission = z.enum(PERMISSIONS);

/** Rows in one call: they have to fit into a body. */
const ROWS_AT_ONCE = 250;
/** Rows of one import. */
const IMPORT_ROWS = 20_000;

const MappingSchema = z
  .strictObject(
    Object.fromEntries(
      IMPORT_FIELDS.map((field) => [
        field,
        z.int().min(0).max(199).optional().describe(`Column that holds \`${field}\`, from 0.`),
      ]),
    ) as Record<(typeof IMPORT_FIELDS)[number], z.ZodOptional<z.ZodInt>>,
  )
  .meta({
    id: 'ImportMapping',
    description: 'Which column of the file holds what; what is not in the file is left out.',
  });

const DefaultsSchema = z
  .strictObject({
    country: z.string().max(2).describe('ISO 3166-1 alpha-2, for new sites and their phones.'),
    timeZone: z.string().max(100).describe('IANA time zone of new sites.'),
  })
  .meta({ id: 'ImportDefaults', description: 'What holds for new sites whose row does not say otherwise.' });

const CountsSchema = z
  .strictObject({
    total: z.int().describe('Rows, or contacts.'),
    waiting: z.int().describe('Not done yet.'),
    done: z.int().describe('Done.'),
    skipped: z.int().describe('Nothing was to be done any more.'),
    failed: z.int().describe('Could not be done; each says why.'),
  })
  .meta({ id: 'BulkCounts', description: 'How far a run is.' });

const ReportSchema = z
  .strictObject({
    checked: z.int().describe('Rows that were checked since the columns were last named.'),
    create: z.int().describe('Rows that add a contact.'),
    onList: z.int().describe('Rows whose contact is on the list already: nothing is changed.'),
    refused: z.int().describe('Rows that cannot be accepted.'),
    newSites: z.int().describe('Sites that would be added.'),
    landlines: z
      .int()
      .describe('Numbers that are no cell phone by their digits: kept for calls, not texted.'),
  })
  .meta({ id: 'ImportReport', description: 'What an import would do, before anything is written.' });

export const BulkRunSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the run.'),
    kind: z.enum(RUN_KINDS).describe('What is done.'),
    state: z.enum(RUN_STATES).describe('A stopped run can go on where it stopped.'),
    by: z.string().describe('Who asked for it.'),
    permission: permission.nullable().describe('How permission was obtained, stated once for all texts.'),
    fileName: z.string().nullable().describe('Of an import.'),
    columns: z.array(z.string()).describe('The header line of an import.'),
    mapping: MappingSchema,
    defaults: DefaultsSchema.nullable().describe(
      'Null until the columns are named, and where it is no import.',
    ),
    counts: CountsSchema,
    report: ReportSchema.nullable().describe('Null where it is no import.'),
    createdAt: moment.describe('When it was asked for.'),
    finishedAt: moment.nullable().describe('Null while something is left to do.'),
  })
  .meta({ id: 'BulkRun', description: 'Something that is done for many contacts one after the other.' });
export type BulkRunView = z.infer<typeof BulkRunSchema>;

export const BulkRunsSchema = z
  .strictObject({ items: z.array(BulkRunSchema).describe('The last 20, newest first.') })
  .meta({ id: 'BulkRuns', description: 'What was done for many contacts lately.' });

export const NewImportSchema = z
  .strictObject({
    fileName: z.string().min(1).max(200).describe('To recognise it by.'),
    columns: z.array(z.string().max(200)).min(1).max(200).describe('The header line.'),
  })
  .meta({
    id: 'NewImport',
    description: 'A file with contacts, to be given row by row.',
    examples: [{ fileName: 'contacts.csv', columns: ['Account number', 'Contact name', 'Cell phone'] }],
  });

export const ImportRowsSchema = z
  .strictObject({
    first: z.int().min(1).max(IMPORT_ROWS).describe('Number of the first row given here, from 1.'),
    rows: z
      .array(z.array(z.string().max(1000)).max(200))
      .min(1)
      .max(ROWS_AT_ONCE)
      .describe(`Cells of up to ${ROWS_AT_ONCE} rows, in the order of the columns.`),
  })
  .meta({
    id: 'ImportRows',
    description: 'Some rows of a file. The same rows may be given again: a row is known by its number.',
    examples: [{ first: 1, rows: [['RA-4471', 'Ana Pérez', '(212) 555-0100']] }],
  });

export const ImportColumnsSchema = z.strictObject({ mapping: MappingSchema, defaults: DefaultsSchema }).meta({
  id: 'ImportColumns',
  description: 'What the columns hold, and what holds where a row does not say.',
  examples: [
    {
      mapping: { accountNumber: 0, name: 1, phone: 2 },
      defaults: { country: 'US', timeZone: 'America/Chicago' },
    },
  ],
});

const BulkItemSchema = z
  .strictObject({
    position: z.int().describe('Number of the row, from 1; the header line is none.'),
    state: z.enum(ITEM_STATES).describe('Whether it is done.'),
    verdict: z.enum(ROW_VERDICTS).nullable().describe('What the check of an import says; null: not checked.'),
    accountNumber: z.string().nullable().describe('Of the site.'),
    siteName: z.string().nullable().describe('Of the site, where the row adds it.'),
    name: z.string().nullable().describe('Of the contact.'),
    phone: z.string().nullable().describe('As it is shown where it could be read, or else as it is written.'),
    errors: z.array(FieldErrorSchema).describe('Why the row is refused.'),
    notes: z.array(z.enum(['new_site', 'not_texted_landline'])).describe('What to know before.'),
    words: z.string().nullable().describe('What became of it, where there is something to say.'),
    contactId: z.uuid().nullable().describe('The contact, once it is known.'),
    siteId: z.uuid().nullable().describe('The site, once it is known.'),
  })
  .meta({ id: 'BulkItem', description: 'One row of an import, or one contact of another run.' });
export type BulkItemView = z.infer<typeof BulkItemSchema>;

export const BulkItemsSchema = pageOf(BulkItemSchema, 'BulkItems');

export const BulkItemsQuerySchema = z.strictObject({
  ...pageQuery,
  verdict: z.enum(ROW_VERDICTS).optional().describe('Only rows with this verdict.'),
  state: z.enum(ITEM_STATES).optional().describe('Only those in this state.'),
});

const scope = {
  siteId: z.uuid().optional().describe('Only contacts of this site; of all sites where it is not given.'),
  importId: z.uuid().optional().describe('Only contacts that this import has added.'),
  nextAction: z
    .enum(NEXT_ACTIONS)
    .optional()
    .describe('Only contacts of sites whose next step is this one, as the worklist says it.'),
};

export const NewBulkRunSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('validate').describe('Have every number checked that is not yet.'),
      ...scope,
    }),
    z.strictObject({
      kind: z.literal('send').describe('Send the welcome text to everybody who has had none.'),
      ...scope,
      permission: permission.describe('How permission was obtained, for all of them.'),
    }),
  ])
  .meta({
    id: 'NewBulkRun',
    description: 'What to do for many contacts.',
    examples: [{ kind: 'send', permission: 'written' }],
  });

export const BulkPreviewQuerySchema = z.strictObject(scope);

export const BulkPreviewSchema = z
  .strictObject({
    toValidate: z.int().describe('Contacts whose number nobody has had checked.'),
    toSend: z.int().describe('Contacts who would be sent the welcome text.'),
    segments: z.int().describe('Segments of all those texts: each is billed as one.'),
    notSent: z
      .int()
      .describe(
        'Contacts without a text who would get none either: no cell phone, declined, opted out, too long.',
      ),
    texts: z
      .array(
        z.strictObject({
          language: z.enum(LOCALES).describe('Language of the text.'),
          contacts: z.int().describe('How many would get it.'),
          segments: z.int().describe('Segments of the longest.'),
          example: z.string().describe('As one of them would get it; the secret end of the link as dots.'),
          to: z.string().describe('Who would.'),
        }),
      )
      .describe('One for each language.'),
  })
  .meta({ id: 'BulkPreview', description: 'What validating and sending for many would do now.' });
export type BulkPreviewView = z.infer<typeof BulkPreviewSchema>;
