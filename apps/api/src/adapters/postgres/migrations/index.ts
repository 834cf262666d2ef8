import { TenantsSitesContactsTexts } from './20261124000000_tenants-sites-contacts-texts.ts';
import { LanesRetriesQueueStops } from './20261125204500_lanes-retries-queue-stops.ts';
import { Roles } from './20261125210000_roles.ts';
import { SiteSearchAndStanding } from './20261125210500_site-search-and-standing.ts';
import { BrandDrafts } from './20261125211500_brand-drafts.ts';
import { Accounts } from './20261125213000_accounts.ts';
import { SharedSenders } from './20261125213500_shared-senders.ts';
import { Time } from './20261125214500_time.ts';
import { BulkRunsAndExports } from './20261125215500_bulk-runs-and-exports.ts';
import { RemindersAfterDelivery } from './20261125224500_reminders-after-delivery.ts';
import { BacklogCounts } from './20261125230500_backlog.ts';
import { EventsAndWebhooks } from './20261126014500_events-and-webhooks.ts';
import { ChangedSites } from './20261126021000_changed-sites.ts';
import { BulkItemReasons } from './20261126045500_bulk-item-reasons.ts';
import { EvidenceLocksItsContact } from './20261126022500_evidence-locks-its-contact.ts';
import { ProviderDown } from './20261126051500_provider-down.ts';
import { EvidenceRetention } from './20261126103000_evidence-retention.ts';
import { RepliesSeenUntil } from './20261126090000_replies-seen-until.ts';
import { SearchWordsInBatches } from './20261126052000_search-words-in-batches.ts';
import { MailsInTheReadersLanguage } from './20261126110000_mails-in-the-readers-language.ts';
import { CompaniesForSupport } from './20261126110500_companies-for-support.ts';
import { DueWorkByIndex } from './20261126123000_due-work-by-index.ts';

/** Every migration, in order. The name is what the database remembers. */
export const MIGRATIONS = [
  { name: '20261124000000_tenants-sites-contacts-texts', class: TenantsSitesContactsTexts },
  { name: '20261125204500_lanes-retries-queue-stops', class: LanesRetriesQueueStops },
  { name: '20261125210000_roles', class: Roles },
  { name: '20261125210500_site-search-and-standing', class: SiteSearchAndStanding },
  { name: '20261125211500_brand-drafts', class: BrandDrafts },
  { name: '20261125213000_accounts', class: Accounts },
  { name: '20261125213500_shared-senders', class: SharedSenders },
  { name: '20261125214500_time', class: Time },
  { name: '20261125215500_bulk-runs-and-exports', class: BulkRunsAndExports },
  { name: '20261125224500_reminders-after-delivery', class: RemindersAfterDelivery },
  { name: '20261125230500_backlog', class: BacklogCounts },
  { name: '20261126014500_events-and-webhooks', class: EventsAndWebhooks },
  { name: '20261126021000_changed-sites', class: ChangedSites },
  { name: '20261126022500_evidence-locks-its-contact', class: EvidenceLocksItsContact },
  { name: '20261126045500_bulk-item-reasons', class: BulkItemReasons },
  { name: '20261126051500_provider-down', class: ProviderDown },
  { name: '20261126052000_search-words-in-batches', class: SearchWordsInBatches },
  { name: '20261126090000_replies-seen-until', class: RepliesSeenUntil },
  { name: '20261126103000_evidence-retention', class: EvidenceRetention },
  { name: '20261126110000_mails-in-the-readers-language', class: MailsInTheReadersLanguage },
  { name: '20261126110500_companies-for-support', class: CompaniesForSupport },
  { name: '20261126123000_due-work-by-index', class: DueWorkByIndex },
];
