import { LOCALES } from '@keyholder/domain/branding/locale';
import { AGREEMENT_STATES } from '@keyholder/domain/contact/agreement';
import { CHIP_KINDS, STATUS_KINDS, TAG_KINDS } from '@keyholder/domain/contact/banner';
import { OPT_OUT_SOURCES } from '@keyholder/domain/contact/opt-out';
import { LINE_CHECK_RESULTS, LINE_TYPES } from '@keyholder/domain/phone/line-type';
import { FAILURE_REASONS, TEXT_STATES } from '@keyholder/domain/welcome/text-message';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

const moment = z.iso.datetime();
const colour = z
  .enum(['green', 'grey', 'amber', 'red', 'yellow', 'blue'])
  .describe('Colour in which the portal shows it.');

export const LineCheckSchema = z
  .strictObject({
    result: z.enum(LINE_CHECK_RESULTS).describe('What the check means for texts.'),
    lineType: z.enum(LINE_TYPES).nullable().describe('As the look-up names it; null: none was given.'),
    carrier: z.string().nullable().describe('As the look-up names it.'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-2.'),
    checkedAt: moment.nullable().describe('Null: not checked yet.'),
  })
  .meta({ id: 'LineCheck', description: 'What kind of line the number is, and whether texts can arrive.' });

export const ChipSchema = z
  .strictObject({
    kind: z.enum(CHIP_KINDS).describe('For programs; a closed set.'),
    colour,
    text: z.string().describe('For people.'),
  })
  .meta({ id: 'Chip', description: 'The line chip beside the number.' });

export const ContactSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the contact.'),
    siteId: z.uuid().describe('Id of the site whose list it is on.'),
    name: z.string().describe('Full name.'),
    phone: z.string().describe('E.164, for example +14155550123.'),
    phoneDisplay: z.string().describe("As people of the number's country write it."),
    email: z.string().nullable().describe('Null: none is known.'),
    emailVerification: z.boolean().describe('Alarm verification requests also by email.'),
    title: z.string().nullable().describe('For example Owner, Manager, Key holder.'),
    slotNumber: z.int().nullable().describe("The contact's number in the automation software, 1–999."),
    emergencyContact: z.boolean().describe('Only these are texted about alarms.'),
    language: z.enum(LOCALES).nullable().describe("Null: the site's language."),
    lineCheck: LineCheckSchema,
    welcome: z
      .strictObject({
        state: z
          .enum(['none', ...TEXT_STATES])
          .describe('State of the last text that invited the contact to the page.'),
        reason: z.enum(FAILURE_REASONS).nullable().describe('Why it failed.'),
        providerCode: z.string().nullable().describe("The provider's own code, for support."),
        queuedAt: moment.nullable().describe('When Send was pressed; null: never.'),
        acceptedAt: moment.nullable().describe('Taken by the provider.'),
        sentAt: moment.nullable().describe('Taken by the carrier.'),
        deliveredAt: moment.nullable().describe('On the phone.'),
      })
      .meta({ id: 'WelcomeFact', description: 'The last text that invited the contact to the page.' }),
    agreement: z
      .strictObject({
        state: z.enum(AGREEMENT_STATES).describe('What the person said.'),
        at: moment.nullable().describe('When; null: nothing yet.'),
      })
      .meta({ id: 'AgreementFact', description: 'Whether the person agrees to alarm texts for this site.' }),
    optedOut: z
      .strictObject({
        state: z.boolean().describe('True: nothing is texted to the number in the name of the brand.'),
        by: z.enum(OPT_OUT_SOURCES).nullable().describe('How it came to be known.'),
        at: moment.nullable().describe('Since when.'),
      })
      .meta({ id: 'OptOutFact', description: 'Whether the number has stopped all texts of the brand.' }),
    chip: ChipSchema,
    status: z
      .strictObject({
        kind: z.enum(STATUS_KINDS).describe('For programs; a closed set.'),
        colour,
        text: z.string().describe('For people.'),
        advice: z.string().describe('What it means here, and the next step.'),
        since: moment.nullable().describe('Since when; null where nothing has happened yet.'),
        until: moment
          .nullable()
          .describe('When it ends by itself: a scheduled text goes out, a link expires.'),
      })
      .meta({ id: 'Status', description: 'The one status of a contact, computed from its facts.' }),
    tags: z
      .array(
        z
          .strictObject({
            kind: z.enum(TAG_KINDS).describe('For programs; a closed set.'),
            text: z.string().describe('For people.'),
          })
          .meta({ id: 'Tag', description: 'Something to know beside the status.' }),
      )
      .describe('What else is to know; often none.'),
    version: z.int().describe('Grows with every edit by the dealer, never by what the provider reports.'),
    createdAt: moment.describe('When it was added to the site.'),
  })
  .meta({
    id: 'Contact',
    description: "A person on a site's list, with what is known of the number, the texts and the agreement.",
  });
export type ContactView = z.infer<typeof ContactSchema>;

export const ContactPageSchema = pageOf(ContactSchema, 'ContactPage');

export const NewContactSchema = z
  .strictObject({
    name: z.string().max(20_000).describe('Full name, 1–100 characters, any script.'),
    phone: z
      .string()
      .max(20_000)
      .describe("Cell phone as people type it; the site's country is the default."),
    email: z.string().max(1000).nullish().describe('An address such as ana@example.com.'),
    emailVerification: z.boolean().optional().describe('Only with an email; off if not given.'),
    title: z
      .string()
      .max(1000)
      .nullish()
      .describe('At most 60 characters, for example Owner, Manager, Key holder.'),
    slotNumber: z.number().nullish().describe('1–999, unique within the site.'),
    emergencyContact: z.boolean().optional().describe('On if not given.'),
    language: z.string().max(35).nullish().describe("en, es, fr or ar; the site's if not given."),
  })
  .meta({
    id: 'NewContact',
    description: "A contact to be added to a site's list.",
    examples: [
      {
        name: 'Ana Pérez',
        phone: '(212) 555-0100',
        email: 'ana@example.com',
        emailVerification: true,
        title: 'Key holder',
        slotNumber: 3,
        emergencyContact: true,
        language: 'es',
      },
    ],
  });

export const ContactsQuerySchema = z.strictObject(pageQuery);

export const TimelineEntrySchema = z
  .strictObject({
    id: z.string().describe('Unique within the timeline.'),
    at: moment.describe('When it happened.'),
    kind: z
      .enum([
        'created',
        'line_checked',
        'text_queued',
        'text_accepted',
        'text_sent',
        'text_delivered',
        'text_failed',
        'text_uncertain',
        'text_cancelled',
        'permission_stated',
        'page_opened',
        'video_watched',
        'confirmed',
        'declined',
        'reply',
        'opted_out',
        'opted_in',
        'changed',
      ])
      .describe('A closed set; more may be added.'),
    text: z.string().describe('What happened, in plain words.'),
    by: z
      .string()
      .nullable()
      .describe('Who did it: a person at the dealer, an API key, the contact; null for the provider.'),
    providerCode: z.string().nullable().describe("The provider's own code, for support."),
    body: z.string().nullable().describe('Words of the text or reply, with {link} in place of the link.'),
  })
  .meta({ id: 'TimelineEntry', description: 'Something that happened with a contact.' });
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

export const TimelineSchema = z
  .strictObject({ items: z.array(TimelineEntrySchema).describe('Newest first.') })
  .meta({ id: 'Timeline', description: 'Everything that happened with a contact.' });
