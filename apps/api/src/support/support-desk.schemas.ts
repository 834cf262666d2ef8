import { z } from 'zod';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';
import { SupportCaseSchema } from './support.schemas.ts';

const PlaceSchema = z.strictObject({
  companyName: z.string().describe('The company of the dealer.'),
  dealerName: z.string().describe('The dealer that asked.'),
  siteName: z.string().nullable().describe('The site of the contact; null once the case is closed.'),
  contactName: z
    .string()
    .nullable()
    .describe('The contact, as it was when support was asked; null once the case is closed.'),
});

const DeskCaseSummarySchema = z
  .strictObject({
    id: z.uuid().describe('Id of the case.'),
    ...PlaceSchema.shape,
    state: z.enum(['open', 'closed']).describe('Whether it waits for support.'),
    disputedCheck: z.boolean().describe('The dealer says that the line check is wrong.'),
    openedAt: z.iso.datetime().describe('When support was asked.'),
    openedBy: z.string().describe('Who asked.'),
    answeredAt: z.iso.datetime().nullable().describe('When support last answered.'),
    closedAt: z.iso.datetime().nullable().describe('When it was closed.'),
  })
  .meta({ id: 'DeskCaseSummary', description: 'A case in the list of all companies’.' });
export type DeskCaseSummary = z.infer<typeof DeskCaseSummarySchema>;

export const DeskCasePageSchema = pageOf(DeskCaseSummarySchema, 'DeskCasePage');

const DeskCaseContentSchema = SupportCaseSchema.extend({
  notes: SupportCaseSchema.shape.notes.describe('Oldest first; none once the case is closed.'),
  bundle: SupportCaseSchema.shape.bundle
    .nullable()
    .describe(
      'Everything that was known; null once the case is closed: support sees what an open case shows.',
    ),
}).meta({ id: 'DeskCaseContent', description: 'A question to support, as support sees it.' });

export const DeskCaseSchema = z
  .strictObject({
    ...PlaceSchema.shape,
    case: DeskCaseContentSchema.describe('The case with everything that was known when it was asked.'),
    answeredAt: z.iso.datetime().nullable().describe('When support last answered.'),
    closedBy: z.string().nullable().describe('Who closed it.'),
  })
  .meta({ id: 'DeskCase', description: 'A case as support sees it.' });
export type DeskCase = z.infer<typeof DeskCaseSchema>;

export const DeskQuerySchema = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'closed']).default('open').describe('Open or closed ones; open if not given.'),
});

export const CaseAnswerSchema = z
  .strictObject({
    message: z.string().max(20_000).describe('What support answers, up to 2000 characters.'),
    close: z.boolean().default(false).describe('Whether that settles the case.'),
  })
  .meta({
    id: 'CaseAnswer',
    description: 'An answer; the one who asked gets a mail.',
    example: {
      message: 'The carrier blocks texts from unknown senders. Ask for another number.',
      close: true,
    },
  });
