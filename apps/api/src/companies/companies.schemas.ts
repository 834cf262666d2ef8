import { DAILY_CEILING_MAX } from '@keyholder/domain/account/company-details';
import {
  EVIDENCE_YEARS_DEFAULT,
  EVIDENCE_YEARS_MAX,
  EVIDENCE_YEARS_MIN,
} from '@keyholder/domain/consent/retention';
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
