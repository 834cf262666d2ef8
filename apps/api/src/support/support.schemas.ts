import { FAILURE_REASONS, TEXT_KINDS, TEXT_STATES } from '@keyholder/domain/welcome/text-message';
import { z } from 'zod';
import { ContactSchema, TimelineEntrySchema } from '../contacts/contacts.schemas.ts';

const moment = z.iso.datetime();

const CaseTextSchema = z
  .strictObject({
    textId: z.uuid(),
    kind: z.enum(TEXT_KINDS),
    state: z.enum(TEXT_STATES),
    reason: z.enum(FAILURE_REASONS).nullable(),
    providerCode: z.string().nullable().describe("The provider's own code."),
    messageId: z
      .string()
      .nullable()
      .describe("The provider's id of the message; null where it never had one."),
    from: z.string().describe('Number or pool that it was sent from.'),
    to: z.string().describe('E.164.'),
    segments: z.int(),
    sentAnyway: z.boolean().describe('The dealer insisted on sending it.'),
    queuedAt: moment,
    acceptedAt: moment.nullable(),
    sentAt: moment.nullable(),
    deliveredAt: moment.nullable(),
    failedAt: moment.nullable(),
  })
  .meta({ id: 'SupportCaseText' });

const SupportBundleSchema = z
  .strictObject({
    contact: ContactSchema.describe('As it was when support was asked.'),
    site: z.strictObject({ id: z.uuid(), name: z.string(), accountNumber: z.string() }),
    carrier: z.string().nullable().describe('As the look-up names it.'),
    providerCodes: z.array(z.string()).describe('Every code that the provider gave, each once.'),
    messageIds: z.array(z.string()).describe("The provider's ids of all texts to this contact."),
    texts: z.array(CaseTextSchema).describe('Oldest first, to earlier numbers too.'),
    timeline: z.array(TimelineEntrySchema).describe('Newest first.'),
  })
  .meta({ id: 'SupportBundle', description: 'Everything that was known when support was asked.' });
export type SupportBundle = z.infer<typeof SupportBundleSchema>;

export const SupportCaseSchema = z
  .strictObject({
    id: z.uuid(),
    contactId: z.uuid(),
    state: z.enum(['open', 'closed']),
    disputedCheck: z.boolean().describe('The dealer says that the line check is wrong.'),
    openedAt: moment,
    openedBy: z.string(),
    closedAt: moment.nullable(),
    notes: z
      .array(z.strictObject({ body: z.string(), by: z.string().nullable(), at: moment }))
      .describe('Oldest first.'),
    bundle: SupportBundleSchema,
  })
  .meta({ id: 'SupportCase' });
export type SupportCaseView = z.infer<typeof SupportCaseSchema>;

export const SupportCasesSchema = z
  .strictObject({ items: z.array(SupportCaseSchema).describe('Newest first.') })
  .meta({ id: 'SupportCases' });

export const AskSupportSchema = z
  .strictObject({
    message: z
      .string()
      .max(20_000)
      .nullish()
      .describe('What you want support to know, up to 2000 characters.'),
    disputedCheck: z
      .boolean()
      .default(false)
      .describe('You say that the line check is wrong: it is a cell phone.'),
  })
  .meta({ id: 'AskSupport' });
