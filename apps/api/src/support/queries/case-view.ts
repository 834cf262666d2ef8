import type { Selectable } from 'kysely';
import { iso, moment, momentOrNull, type Tables } from '../../adapters/postgres/read-database.ts';
import type { SupportBundle, SupportCaseView } from '../support.schemas.ts';

/** A case with its notes, as the API shows it. */
export const caseView = (
  row: Selectable<Tables['support_case']>,
  notes: readonly Selectable<Tables['support_note']>[],
): SupportCaseView => ({
  id: row.id,
  contactId: row.contact_id,
  state: row.state === 'closed' ? 'closed' : 'open',
  disputedCheck: row.disputed_check,
  openedAt: moment(row.opened_at).toISOString(),
  openedBy: row.opened_by,
  closedAt: iso(momentOrNull(row.closed_at)),
  notes: notes.map(({ body, by, at, from_support }) => ({
    body,
    by,
    at: moment(at).toISOString(),
    fromSupport: from_support,
  })),
  bundle: row.bundle as unknown as SupportBundle,
});
