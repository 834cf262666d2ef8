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
    format: z.literal('keyholder-evidence/2').describe('Names this form of file.'),
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
    deletions: z
      .array(
        z.strictObject({
          firstSeq: z.int().describe('Place of the first deleted piece in the chain, from 1.'),
          lastSeq: z.int().describe('Place of the last; the next piece has the one after it.'),
          lastHash: z.string().describe('Hash of the last, hexadecimal; `prevHash` of the next piece.'),
          pieces: z.int().describe('How many were deleted.'),
          removedAt: z.iso.datetime().describe('When the contact had been removed.'),
          keptYears: z.int().describe('How many years the company kept evidence after that.'),
          deletedAt: z.iso.datetime().describe('When they were deleted.'),
        }),
      )
      .describe('What was deleted because it had been kept long enough, oldest first; mostly nothing.'),
    pieces: z
      .array(
        z.strictObject({
          seq: z
            .int()
            .describe('Place in the chain, from 1, or from the one after the last that was deleted.'),
          kind: z.enum(EVIDENCE_KINDS).describe('What it proves.'),
          at: z.iso.datetime().describe('When it happened.'),
          epoch: z.string().describe('The same, in seconds since 1970, exactly as it is hashed.'),
          detail: z.string().describe('JSON, exactly as it is hashed.'),
          prevHash: z
            .string()
            .nullable()
            .describe(
              'Hash of the piece before, hexadecimal, also of one that was deleted; null for the first.',
            ),
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
      .describe(
        'Hash of the last piece, also of one that was deleted; kept elsewhere, it also proves that none was cut off at the end.',
      ),
  })
  .meta({ id: 'EvidenceExport', description: 'Everything that proves how a contact came to be texted.' });
export type EvidenceExport = z.infer<typeof EvidenceExportSchema>;
