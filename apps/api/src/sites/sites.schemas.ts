import { LOCALES } from '@keyholder/domain/branding/locale';
import { UNREACHABLE_REASONS } from '@keyholder/domain/site/recipients';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

export const ReachabilitySchema = z
  .strictObject({
    reachable: z.int().describe('How many different numbers would be texted about an alarm now.'),
    contacts: z.int().describe('How many contacts are on the list.'),
    minimum: z.int().describe('How many should be reachable.'),
    meetsMinimum: z.boolean().describe('False puts the site on the worklist.'),
  })
  .meta({ id: 'Reachability', description: 'How many of a site can be texted about an alarm now.' });

export const SiteSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the site.'),
    name: z.string().describe('As the dealer calls it.'),
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
    createdAt: z.iso.datetime().describe('When it was added.'),
    archivedAt: z.iso.datetime().nullable().describe('Null while the site is in use.'),
  })
  .meta({ id: 'Site', description: 'A protected place with its list of contacts.' });
export type SiteView = z.infer<typeof SiteSchema>;

const FoundSiteSchema = SiteSchema.extend({
  foundThrough: z
    .strictObject({
      contactId: z.uuid().describe('Id of the contact.'),
      name: z.string().describe('Full name.'),
      phoneDisplay: z.string().describe("As people of the number's country write it."),
    })
    .nullable()
    .describe(
      'The contact through whose name or phone a search found the site; null where its own fields say why.',
    ),
}).meta({ id: 'FoundSite', description: 'A site in a list, with what a search found it by.' });
export type FoundSiteView = z.infer<typeof FoundSiteSchema>;

export const SitePageSchema = pageOf(FoundSiteSchema, 'SitePage');

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
  .meta({
    id: 'NewSite',
    description: 'A site to be added.',
    examples: [
      {
        name: 'Ortiz Market',
        accountNumber: 'RA-1042',
        subscriberName: 'Dana Ortiz',
        address: '12 River Road, Riverside',
        country: 'US',
        timeZone: 'America/Chicago',
        language: 'en',
        minimumReachable: 2,
      },
    ],
  });

export const SiteChangeSchema = NewSiteSchema.partial()
  .extend({ country: z.string().max(2).optional().describe('ISO 3166-1 alpha-2.') })
  .meta({
    id: 'SiteChange',
    description:
      'Fields that are not given keep their value; null empties one that may be empty. A contact label that was the name follows the name.',
    examples: [{ minimumReachable: 3, contactLabel: 'Ortiz Market, Main Street' }],
  });

export const SitesQuerySchema = z
  .strictObject({
    ...pageQuery,
    query: z.string().max(100).optional().describe('Part of a name, account number, subscriber or address.'),
    archived: z
      .enum(['true', 'false'])
      .default('false')
      .describe('`true`: archived sites only; otherwise those in use.'),
    belowMinimum: z
      .enum(['true', 'false'])
      .default('false')
      .describe(
        '`true`: only sites at which fewer people can be texted about an alarm than the site needs. Of archived sites nobody needs anything: not together with `archived`.',
      ),
  })
  .refine(({ archived, belowMinimum }) => archived === 'false' || belowMinimum === 'false', {
    path: ['belowMinimum'],
    message: 'Archived sites need nobody: expected `false` where `archived` is `true`',
  });

const recipient = {
  contactId: z.uuid().describe('Id of the contact.'),
  name: z.string().describe('Full name.'),
  title: z.string().nullable().describe('For example Owner or Key holder.'),
  slotNumber: z.int().nullable().describe("The contact's number in the automation software, 1–999."),
  phone: z.string().describe('E.164.'),
  phoneDisplay: z.string().describe("As people of the number's country write it."),
};

export const RecipientsSchema = z
  .strictObject({
    siteId: z.uuid().describe('Id of the site.'),
    accountNumber: z.string().describe("The monitoring centre's number of the account."),
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
          .meta({ id: 'Recipient', description: 'Somebody who would be texted now.' }),
      )
      .describe('Who would be texted about an alarm now, in the order of the slot numbers.'),
    others: z
      .array(
        z
          .strictObject({
            ...recipient,
            reason: z.enum(UNREACHABLE_REASONS).describe('Why not; a closed set, more may be added.'),
            words: z.string().describe('The reason in plain words.'),
          })
          .meta({ id: 'NoRecipient', description: 'Somebody who would not be texted now.' }),
      )
      .describe('Who would not, and why.'),
  })
  .meta({ id: 'Recipients', description: 'Who would be told about an alarm at the site now, and who not.' });
export type RecipientsView = z.infer<typeof RecipientsSchema>;
