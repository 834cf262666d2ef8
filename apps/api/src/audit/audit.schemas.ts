import { z } from 'zod';
import { AUDIT_ACTIONS } from '@keyholder/domain/audit/audit-action';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

const AuditEntrySchema = z
  .strictObject({
    id: z.uuid().describe('Id of the entry.'),
    at: z.iso.datetime().describe('When it was done.'),
    actorKind: z
      .enum(['person', 'api_key', 'support', 'contact', 'system'])
      .describe('What kind of actor did it.'),
    actorName: z.string().nullable().describe('Who did it, by the name at the time.'),
    action: z.enum(AUDIT_ACTIONS).describe('What was done, for example "contact.changed".'),
    siteId: z.uuid().nullable().describe('The site that it concerns.'),
    siteName: z.string().nullable().describe('Name of the site now.'),
    contactId: z.uuid().nullable().describe('The contact that it concerns.'),
    contactName: z.string().nullable().describe('Name of the contact now.'),
    fromAddress: z.string().nullable().describe('IP address that it came from; null for what a program did.'),
    userAgent: z.string().nullable().describe('What the client called itself.'),
    detail: z.record(z.string(), z.unknown()).describe('What exactly; depends on the action.'),
  })
  .meta({ id: 'AuditEntry', description: 'Who did what, when, from where. Never changed, never deleted.' });
export type AuditEntryView = z.infer<typeof AuditEntrySchema>;

export const AuditPageSchema = pageOf(AuditEntrySchema, 'AuditPage');

/** What can be searched for. */
const search = {
  query: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Part of who did it, the site’s or the contact’s name, or the address; or what was done, as the action is written or in English, Spanish or French words.',
    ),
  action: z.string().max(100).optional().describe('Exactly this action.'),
  contactId: z.uuid().optional().describe('What concerns this contact.'),
  siteId: z.uuid().optional().describe('What concerns this site and its contacts.'),
  since: z.iso.datetime().optional().describe('From this moment on.'),
  until: z.iso.datetime().optional().describe('Before this moment.'),
};

export const AuditQuerySchema = z.strictObject({ ...pageQuery, ...search });
export const AuditExportQuerySchema = z.strictObject({
  ...search,
  dealer: z.uuid().optional().describe('The dealer, for clients that can set no header.'),
});
export const CompanyAuditExportQuerySchema = z.strictObject(search);
export type AuditSearch = Omit<z.infer<typeof AuditQuerySchema>, 'limit' | 'cursor'>;
