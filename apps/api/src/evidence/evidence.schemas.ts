import { EVIDENCE_KINDS } from '@keyholder/domain/consent/evidence';
import { z } from 'zod';

export const NewEvidenceExportSchema = z
  .strictObject({
    format: z
      .enum(['json', 'html'])
      .describe('`json` can be checked by a program, `html` is one page to be read and printed.'),
  })
  .meta({
    id: 'NewEvidenceExport',
    description: 'In which form the evidence is wanted.',
    examples: [{ format: 'json' }],
  });

export const EvidenceExportSchema = z
  .strictObject({
    format: z.literal('keyholder-evidence/1').describe('Names this form of file.'),
    exportedAt: z.iso.datetime().describe('When it was exported.'),
    exportedBy: z.string().describe('Who exported it.'),
    contact: z
      .strictObject({
        id: z.uuid().describe('Part of what is hashed.'),
        name: z.string().describe('As it is now.'),
        phone: z.string().describe('As it is now, E.164; each text says which number it went to.'),
        removedAt: z.iso
          .datetime()
          .nullable()
          .describe('Since when the contact is off the list; null: on it.'),
      })
      .describe('The person.'),
    site: z
      .strictObject({
        name: z.string().describe('As it is now.'),
        accountNumber: z.string().describe("The monitoring centre's."),
      })
      .describe('The site.'),
    dealer: z.strictObject({ name: z.string().describe('As it is now.') }).describe('The dealer.'),
    pieces: z
      .array(
        z.strictObject({
          seq: z.int().describe('Place in the chain, from 1.'),
          kind: z.enum(EVIDENCE_KINDS).describe('What it proves.'),
          at: z.iso.datetime().describe('When it happened.'),
          epoch: z.string().describe('The same, in seconds since 1970, exactly as it is hashed.'),
          detail: z.string().describe('JSON, exactly as it is hashed.'),
          prevHash: z
            .string()
            .nullable()
            .describe('Hash of the piece before, hexadecimal; null for the first.'),
          hash: z
            .string()
            .describe(
              'SHA-256, hexadecimal, of the UTF-8 text `prevHash|contact.id|seq|kind|epoch|detail`, where nothing stands for no prevHash.',
            ),
        }),
      )
      .describe('Oldest first.'),
    head: z
      .string()
      .nullable()
      .describe('Hash of the last piece; kept elsewhere, it also proves that none was cut off at the end.'),
  })
  .meta({ id: 'EvidenceExport', description: 'Everything that proves how a contact came to be texted.' });
export type EvidenceExport = z.infer<typeof EvidenceExportSchema>;
