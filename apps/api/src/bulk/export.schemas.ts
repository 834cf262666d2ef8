import { z } from 'zod';

export const NewExportSchema = z
  .strictObject({
    siteId: z.uuid().optional().describe('Only contacts of this site; of all sites where it is not given.'),
    onlyChanged: z
      .boolean()
      .default(false)
      .describe(
        'Only contacts about whom something has changed since the last export of the same kind, removed ones too; everybody where there was none.',
      ),
  })
  .meta({ id: 'NewExport', description: 'Which contacts to export.', examples: [{ onlyChanged: true }] });

export const ExportSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the export.'),
    siteId: z.uuid().nullable().describe('Null: all sites.'),
    since: z.iso.datetime().nullable().describe('Only what has changed after this; null: everybody.'),
    until: z.iso.datetime().describe('When it was made; the next one can hold what changes after.'),
    contacts: z.int().describe('How many lines it has.'),
    by: z.string().describe('Who made it.'),
  })
  .meta({ id: 'Export', description: 'Contacts for the monitoring centre’s software.' });
export type ExportView = z.infer<typeof ExportSchema>;
