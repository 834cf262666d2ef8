import { FAILURE_REASONS, TEXT_KINDS, TEXT_STATES } from '@keyholder/domain/welcome/text-message';
import { z } from 'zod';
import { ContactSchema, TimelineEntrySchema } from '../contacts/contacts.schemas.ts';

const moment = z.iso.datetime();

const CaseTextSchema = z
  .strictObject({
    textId: z.uuid().describe('Our id of the text.'),
    kind: z.enum(TEXT_KINDS).describe('What it is for.'),
    state: z.enum(TEXT_STATES).describe('Where it stands.'),
    reason: z.enum(FAILURE_REASONS).nullable().describe('Why it failed.'),
    providerCode: z.string().nullable().describe("The provider's own code."),
    messageId: z
      .string()
      .nullable()
      .describe("The provider's id of the message; null where it never had one."),
    from: z.string().describe('Number or pool that it was sent from.'),
    to: z.string().describe('E.164.'),
    segments: z.int().describe('Each is billed as one text.'),
    sentAnyway: z.boolean().describe('The dealer insisted on sending it.'),
    queuedAt: moment.describe('When it was asked for.'),
    acceptedAt: moment.nullable().describe('Taken by the provider.'),
    sentAt: moment.nullable().describe('Taken by the carrier.'),
    deliveredAt: moment.nullable().describe('On the phone.'),
    failedAt: moment.nullable().describe('When it failed.'),
  })
  .meta({ id: 'SupportCaseText', description: 'A text to the contact, with what the provider said of it.' });

const SupportBundleSchema = z
  .strictObject({
    contact: ContactSchema.describe('As it was when support was asked.'),
    site: z
      .strictObject({
        id: z.uuid().describe('Id of the site.'),
        name: z.string().describe('As the dealer calls it.'),
        accountNumber: z.string().describe("The monitoring centre's number of the account."),
      })
      .describe('Where the contact is on the list.'),
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
    id: z.uuid().describe('Id of the case.'),
    contactId: z.uuid().describe('Whom it is about.'),
    state: z.enum(['open', 'closed']).describe('Whether support still works on it.'),
    disputedCheck: z.boolean().describe('The dealer says that the line check is wrong.'),
    openedAt: moment.describe('When support was asked.'),
    openedBy: z.string().describe('Who asked.'),
    closedAt: moment.nullable().describe('Null while it is open.'),
    notes: z
      .array(
        z.strictObject({
          body: z.string().describe('What was written.'),
          by: z.string().nullable().describe('Who wrote it; null: nobody is named.'),
          at: moment.describe('When.'),
          fromSupport: z.boolean().describe('Whether support wrote it.'),
        }),
      )
      .describe('Oldest first.'),
    bundle: SupportBundleSchema,
  })
  .meta({
    id: 'SupportCase',
    description: 'A question to support about a contact, with all that was known.',
  });
export type SupportCaseView = z.infer<typeof SupportCaseSchema>;

export const SupportCasesSchema = z
  .strictObject({ items: z.array(SupportCaseSchema).describe('Newest first.') })
  .meta({ id: 'SupportCases', description: 'The cases of a contact.' });

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
  .meta({
    id: 'AskSupport',
    description: 'A question to support.',
    examples: [{ message: 'The customer shows me the phone: it is a cell phone.', disputedCheck: true }],
  });
