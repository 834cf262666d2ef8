import { stringify } from 'csv-stringify/sync';
import type { AuditEntryView } from './audit.schemas.ts';

const COLUMNS = [
  'at',
  'actorKind',
  'actorName',
  'action',
  'siteName',
  'contactName',
  'fromAddress',
  'userAgent',
  'detail',
  'siteId',
  'contactId',
  'id',
] as const satisfies readonly (keyof AuditEntryView)[];

/**
 * Lines of a CSV file (RFC 4180) in UTF-8. What a spreadsheet would take for a formula is escaped: names come from
 * people.
 * @param head with the line that names the columns, and the mark by which spreadsheets recognise UTF-8
 */
export const auditCsv = (entries: readonly AuditEntryView[], head: boolean): string =>
  stringify([...entries], {
    columns: [...COLUMNS],
    header: head,
    bom: head,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
