import { LOCALES } from '@keyholder/domain/branding/locale';
import { PERMISSIONS, SEND_DECISIONS } from '@keyholder/domain/welcome/send-welcome';
import { z } from 'zod';

export const WelcomePreviewSchema = z
  .strictObject({
    text: z
      .string()
      .describe(
        'The text as it will be sent. The secret end of the link is shown as dots: nobody but the contact may have it.',
      ),
    language: z.enum(LOCALES).describe('Language of the text.'),
    from: z.string().nullable().describe('Number that it comes from, E.164; null for a pool of numbers.'),
    segments: z
      .strictObject({
        encoding: z.enum(['GSM-7', 'UCS-2']).describe('UCS-2 where one character is not in GSM-7.'),
        count: z.int().describe('Each is billed as one text.'),
        characters: z.int().describe('Length of the text.'),
        forcedBy: z.array(z.string()).describe('Characters that force UCS-2.'),
      })
      .meta({ id: 'Segments', description: 'What the text costs.' }),
    pageAddress: z.url().describe('The page behind the link, as it is without a link’s secret.'),
    warning: z.string().nullable().describe('Why the text is long or cannot be sent.'),
    decision: z
      .enum([...SEND_DECISIONS, 'refused'])
      .describe(
        'What pressing Send would do now: send it; spend no text and record a send error, because texts do not arrive there or because nobody has the number; nothing.',
      ),
    refusal: z.string().nullable().describe('Why sending would be refused now.'),
    mayInsist: z.boolean().describe('True where `sendAnyway` would change the decision to `hand_over`.'),
  })
  .meta({ id: 'WelcomePreview', description: 'The welcome text as it would be sent now.' });
export type WelcomePreview = z.infer<typeof WelcomePreviewSchema>;

export const SendWelcomeSchema = z
  .strictObject({
    permission: z
      .enum(PERMISSIONS)
      .describe("How the person's permission to be texted was obtained; kept as consent evidence."),
    sendAnyway: z
      .boolean()
      .default(false)
      .describe(
        'Send although the line check says landline, toll-free or UAN, or although the outcome of the last text is unknown and it may arrive twice.',
      ),
  })
  .meta({
    id: 'SendWelcome',
    description: 'What has to be said when the welcome text is sent.',
    examples: [{ permission: 'spoken' }],
  });

export const TestTextSchema = z
  .strictObject({
    phone: z
      .string()
      .max(1000)
      .describe('Your own phone, as people type it; the site’s country is the default.'),
  })
  .meta({
    id: 'TestText',
    description: 'Where to send a test of the welcome text.',
    examples: [{ phone: '(212) 555-0100' }],
  });

export const TestTextSentSchema = z
  .strictObject({ to: z.string().describe('The number that it was sent to, as people write it.') })
  .meta({ id: 'TestTextSent', description: 'The provider has the test text.' });
