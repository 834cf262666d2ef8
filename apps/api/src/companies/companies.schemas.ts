import { DAILY_CEILING_MAX } from '@keyholder/domain/account/company-details';
import {
  EVIDENCE_YEARS_DEFAULT,
  EVIDENCE_YEARS_MAX,
  EVIDENCE_YEARS_MIN,
} from '@keyholder/domain/consent/retention';
import { READER_LANGUAGES } from '@keyholder/domain/words/reader-language';
import { SENDER_NUMBERS_MAX } from '@keyholder/domain/welcome/sender-details';
import { z } from 'zod';

export const CompanySchema = z
  .strictObject({
    id: z.uuid().describe('Id of the company.'),
    name: z.string().describe('As its dealers and its people know it.'),
    dailyWelcomeCeiling: z
      .int()
      .describe('Welcome texts that each of its dealers may ask for in a day (UTC); more are refused.'),
    evidenceYears: z
      .int()
      .describe(
        `How many years evidence of consent is kept after a contact was removed, ${EVIDENCE_YEARS_DEFAULT} unless chosen; then the contact’s whole chain is deleted.`,
      ),
    version: z.int().describe('Grows with every edit.'),
  })
  .meta({ id: 'Company', description: 'What the admins of a company set.' });
export type CompanyView = z.infer<typeof CompanySchema>;

export const CompanyChangeSchema = z
  .strictObject({
    name: z.string().max(1000).optional().describe('1–100 characters.'),
    dailyWelcomeCeiling: z.number().optional().describe(`A whole number from 0 to ${DAILY_CEILING_MAX}.`),
    evidenceYears: z
      .number()
      .optional()
      .describe(
        `A whole number from ${EVIDENCE_YEARS_MIN} to ${EVIDENCE_YEARS_MAX}. Holds for contacts that were removed already, too.`,
      ),
  })
  .meta({
    id: 'CompanyChange',
    description: 'What is to be changed; what is not named stays.',
    example: { dailyWelcomeCeiling: 500 },
  });
export type CompanyChange = z.infer<typeof CompanyChangeSchema>;

const DealerSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the dealer.'),
    name: z.string().describe('Its name.'),
    sites: z.int().describe('How many sites it has in use.'),
    people: z.int().describe('How many people work there.'),
    welcomesToday: z.int().describe('Welcome texts it has asked for today (UTC).'),
    createdAt: z.iso.datetime().describe('When it was added.'),
  })
  .meta({ id: 'Dealer', description: 'A dealer of the company.' });
export type DealerView = z.infer<typeof DealerSchema>;

export const DealersSchema = z
  .strictObject({ items: z.array(DealerSchema).describe('By name.') })
  .meta({ id: 'Dealers', description: 'The dealers of the company.' });

export const NewDealerSchema = z
  .strictObject({ name: z.string().max(1000).describe('1–100 characters.') })
  .meta({
    id: 'NewDealer',
    description: 'A dealer that uses the company’s brand.',
    example: { name: 'Riverside Alarm – West' },
  });

export const NewCompanySchema = z
  .strictObject({
    name: z.string().max(1000).describe('Name of the company, its dealer and its brand, 1–100 characters.'),
    brandKey: z
      .string()
      .max(100)
      .describe('The brand’s part of the address of its pages: 2–40 of a–z, 0–9 and inner hyphens.'),
    adminEmail: z.string().max(1000).describe('Who is invited as the company’s admin.'),
    sender: z
      .string()
      .max(100)
      .nullish()
      .describe('A number or a messaging service that is set up for the company; null: none yet.'),
    language: z
      .enum(READER_LANGUAGES)
      .optional()
      .describe(
        'In which the admin is invited, and the first that the brand speaks; English unless it is named.',
      ),
  })
  .meta({
    id: 'NewCompany',
    description: 'A stand-alone dealer: a company with one dealer and one brand.',
    example: {
      name: 'Hillside Alarm',
      brandKey: 'hillside',
      adminEmail: 'owner@hillside.example',
      sender: '+14155550123',
    },
  });

export const MadeCompanySchema = z
  .strictObject({
    companyId: z.uuid().describe('Id of the company.'),
    dealerId: z.uuid().describe('Id of its dealer.'),
    brandId: z.uuid().describe('Id of its brand.'),
    invitationId: z.uuid().describe('Id of the admin’s invitation.'),
  })
  .meta({ id: 'MadeCompany', description: 'What was made.' });

export const PlatformCompanySchema = z
  .strictObject({
    id: z.uuid().describe('Id of the company.'),
    name: z.string().describe('As its dealers and its people know it.'),
    createdAt: z.iso.datetime().describe('When it was made.'),
    dealers: z.int().describe('How many dealers it has.'),
    sites: z.int().describe('How many sites its dealers have in use.'),
    contacts: z.int().describe('How many contacts are on their lists.'),
    admins: z.int().describe('How many people administer it.'),
    invited: z.string().nullable().describe('The address of an admin who has not accepted yet.'),
    brands: z
      .array(
        z.strictObject({
          id: z.uuid().describe('Id of the brand.'),
          name: z.string().describe('Its name.'),
          brandKey: z.string().describe('Its part of the address of its pages.'),
          published: z.boolean().describe('Whether it was published: before that no text goes out.'),
        }),
      )
      .describe('The oldest first.'),
    senders: z
      .array(
        z.strictObject({
          kind: z.enum(['number', 'messaging_service']).describe('A number, or a service of the provider.'),
          value: z.string().describe('The number (E.164), or the id of the service.'),
          numbers: z.array(z.string()).describe('Numbers that texts come from (E.164).'),
          usedBy: z.string().nullable().describe('The published brand that texts from it.'),
        }),
      )
      .describe('Set up for it, the oldest first.'),
  })
  .meta({ id: 'PlatformCompany', description: 'A company as support sees it.' });
export type PlatformCompany = z.infer<typeof PlatformCompanySchema>;

export const PlatformCompanyPageSchema = z
  .strictObject({
    items: z.array(PlatformCompanySchema).describe('The newest first.'),
    nextCursor: z.string().nullable().describe('For the next page; null on the last.'),
  })
  .meta({ id: 'PlatformCompanyPage', description: 'A page of companies.' });

export const PlatformCompanyQuerySchema = z.strictObject({
  query: z.string().max(100).optional().describe('Part of the name.'),
  limit: z.coerce.number().int().min(1).max(50).default(20).describe('At most so many.'),
  cursor: z.string().optional().describe('The `nextCursor` of the page before.'),
});

export const NewSenderSchema = z
  .strictObject({
    sender: z.string().max(100).describe('A number, or the id of a messaging service (MG…).'),
    numbers: z
      .array(z.string().max(100))
      .max(SENDER_NUMBERS_MAX)
      .optional()
      .describe('Numbers that a messaging service texts from.'),
  })
  .meta({
    id: 'NewSender',
    description: 'A sender that is set up for a company; nobody else can text from it.',
    example: { sender: '+14155550123' },
  });
