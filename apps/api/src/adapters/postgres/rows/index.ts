import type { InferKyselyDB } from '@mikro-orm/sql';
import { BrandAssetRow, BrandDraftEditRow, BrandKeyRow, CompanySenderRow } from './brand-rows.ts';
import { BulkItemRow, BulkRunRow, ContactExportRow } from './bulk-rows.ts';
import { ContactRow, LineCheckRow, OptOutRow, RefusedNumberRow } from './contact-rows.ts';
import { ContactEventRow, WebhookDeliveryRow, WebhookRow } from './event-rows.ts';
import { AuditEntryRow, ConsentEvidenceRow, EvidenceDeletionRow } from './record-rows.ts';
import { IdempotencyKeyRow } from './request-rows.ts';
import { ChangedSiteRow, SiteRow, SiteSearchRow, SiteStandingRow } from './site-rows.ts';
import { SupportCaseRow, SupportNoteRow } from './support-rows.ts';
import {
  ApiKeyRow,
  BrandRow,
  BrandVersionRow,
  CompanyRow,
  DealerRow,
  InvitationRow,
  MembershipRow,
  WelcomeCountRow,
} from './tenant-rows.ts';
import { LinkRow, ProviderEventKeyRow, ProviderEventRow, ReplyRow, TextMessageRow } from './text-rows.ts';

/** Every table, for the ORM. */
export const ROWS = [
  CompanyRow,
  DealerRow,
  MembershipRow,
  InvitationRow,
  WelcomeCountRow,
  ApiKeyRow,
  BrandRow,
  BrandVersionRow,
  BrandKeyRow,
  BrandDraftEditRow,
  BrandAssetRow,
  CompanySenderRow,
  SiteRow,
  SiteSearchRow,
  SiteStandingRow,
  ChangedSiteRow,
  ContactRow,
  BulkRunRow,
  BulkItemRow,
  ContactExportRow,
  LineCheckRow,
  OptOutRow,
  RefusedNumberRow,
  TextMessageRow,
  LinkRow,
  ReplyRow,
  ProviderEventRow,
  ProviderEventKeyRow,
  ConsentEvidenceRow,
  EvidenceDeletionRow,
  AuditEntryRow,
  ContactEventRow,
  WebhookRow,
  WebhookDeliveryRow,
  SupportCaseRow,
  SupportNoteRow,
  IdempotencyKeyRow,
];

/** The same tables, for the query builder. Timestamps arrive as strings in UTC, whatever the type says: see `moment`. */
export type Tables = InferKyselyDB<(typeof ROWS)[number]>;
