import { LOCALES } from '@keyholder/domain/branding/locale';
import { UNREACHABLE_REASONS } from '@keyholder/domain/site/recipients';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

const ReachabilitySchema = z
  .strictObject({
    reachable: z.int().describe('How many different numbers would be texted about an alarm now.'),
    contacts: z.int().describe('How many contacts are on the list.'),
    minimum: z.int().describe('How many should be reachable.'),
    meetsMinimum: z.boolean(),
  })
  .meta({ id: 'Reachability' });

export const SiteSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    accountNumber: z.string().describe("The monitoring centre's number of the account; unique per dealer."),
    subscriberName: z
      .string()
      .nullable()
      .describe('Who the contract is with; named in the welcome text as the one who gave the name.'),
    address: z.string().nullable().describe('Never shown to contacts.'),
    country: z.string().describe('ISO 3166-1 alpha-2; default country of the phones on the list.'),
    timeZone: z.string().describe('IANA time zone, for quiet hours.'),
    language: z.enum(LOCALES).nullable().describe("Language of texts and page; null: the brand's."),
    minimumReachable: z.int().describe('How many different numbers must be reachable, 1–9.'),
    contactLabel: z.string().describe('How texts and page name the site.'),
    reachability: ReachabilitySchema,
    version: z.int().describe('Grows with every edit of the General section.'),
    createdAt: z.iso.datetime(),
    archivedAt: z.iso.datetime().nullable().describe('Null while the site is in use.'),
  })
  .meta({ id: 'Site' });
export type SiteView = z.infer<typeof SiteSchema>;

export const SitePageSchema = pageOf(SiteSchema, 'SitePage');

export const NewSiteSchema = z
  .strictObject({
    name: z.string().max(1000).describe('1–100 characters.'),
    accountNumber: z
      .string()
      .max(1000)
      .describe("The monitoring centre's number of the account, 1–40 characters; unique per dealer."),
    subscriberName: z.string().max(1000).nullish().describe('At most 100 characters.'),
    address: z.string().max(1000).nullish().describe('At most 200 characters.'),
    country: z.string().max(2).default('US').describe('ISO 3166-1 alpha-2.'),
    timeZone: z.string().max(100).describe('IANA time zone such as America/Chicago.'),
    language: z.string().max(35).nullish().describe('en, es, fr or ar.'),
    minimumReachable: z.int().optional().describe('1–9; 2 if not given.'),
    contactLabel: z
      .string()
      .max(1000)
      .nullish()
      .describe('How texts and page name the site; its name if not given.'),
  })
  .meta({ id: 'NewSite' });

export const SiteChangeSchema = NewSiteSchema.partial()
  .extend({ country: z.string().max(2).optional().describe('ISO 3166-1 alpha-2.') })
  .meta({
    id: 'SiteChange',
    description:
      'Fields that are not given keep their value; null empties one that may be empty. A contact label that was the name follows the name.',
  });

export const SitesQuerySchema = z.strictObject({
  ...pageQuery,
  query: z.string().max(100).optional().describe('Part of a name, account number, subscriber or address.'),
  archived: z
    .enum(['true', 'false'])
    .default('false')
    .describe('`true`: archived sites only; otherwise those in use.'),
});

const recipient = {
  contactId: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  slotNumber: z.int().nullable(),
  phone: z.string().describe('E.164.'),
  phoneDisplay: z.string().describe("As people of the number's country write it."),
};

export const RecipientsSchema = z
  .strictObject({
    siteId: z.uuid(),
    accountNumber: z.string(),
    reachability: ReachabilitySchema,
    recipients: z
      .array(
        z
          .strictObject({
            ...recipient,
            email: z
              .string()
              .nullable()
              .describe('Also written to there, in addition to the text; null: text only.'),
          })
          .meta({ id: 'Recipient' }),
      )
      .describe('Who would be texted about an alarm now, in the order of the slot numbers.'),
    others: z
      .array(
        z
          .strictObject({
            ...recipient,
            reason: z.enum(UNREACHABLE_REASONS),
            words: z.string().describe('The reason in plain words.'),
          })
          .meta({ id: 'NoRecipient' }),
      )
      .describe('Who would not, and why.'),
  })
  .meta({ id: 'Recipients' });
export type RecipientsView = z.infer<typeof RecipientsSchema>;
