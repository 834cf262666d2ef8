import type { NameChangeNeeded } from '@keyholder/domain/contact/contact-change';
import type { Finding } from '@keyholder/domain/branding/preflight';
import type { Segments } from '@keyholder/domain/welcome/segments';
import type { FieldError } from '@keyholder/domain/shared/result';
import type { CancelRefusal } from '@keyholder/domain/welcome/cancel-welcome';
import type { SendRefusal } from '@keyholder/domain/welcome/send-welcome';
import type { UploadRefusal } from './uploads.ts';
import type { EditSince } from './unit-of-work.ts';

/** What is managed in the settings and by support. */
type Managed = 'invitation' | 'person' | 'API key' | 'case' | 'company' | 'webhook';

/** Every expected way in which a use case says no. Mapped to problem+json in `http/refusal-to-problem.ts`. */
export type Refusal =
  | {
      readonly code: 'not_found';
      readonly what:
        'site' | 'contact' | 'link' | 'brand' | 'version' | 'dealer' | 'run' | 'export' | Managed;
    }
  | { readonly code: 'invalid_fields'; readonly errors: readonly FieldError[] }
  | { readonly code: 'phone_taken' | 'slot_taken'; readonly contactId: string; readonly name: string }
  | { readonly code: 'account_number_taken'; readonly accountNumber: string }
  | { readonly code: 'text_too_long'; readonly segments: Segments }
  | { readonly code: 'declined_before' }
  | {
      readonly code: 'stale';
      readonly what: 'contact' | 'site' | 'company' | 'brand';
      readonly edits: readonly EditSince[];
    }
  | { readonly code: 'not_removed' | 'evidence_deleted' }
  | { readonly code: 'member_already' | 'invited_already' | 'accepted_already' | 'last_admin' }
  | { readonly code: 'case_closed' }
  | { readonly code: 'too_many_webhooks' }
  | { readonly code: 'webhook_disabled' }
  | { readonly code: 'brand_unpublished' }
  | { readonly code: 'sender_taken' }
  | { readonly code: 'too_many_requests'; readonly retryAt: Date }
  | { readonly code: 'daily_ceiling'; readonly of: 'dealer' | 'site'; readonly retryAt: Date }
  | { readonly code: 'brand_key_taken'; readonly brandKey: string }
  | { readonly code: 'preflight_failed'; readonly findings: readonly Finding[] }
  | { readonly code: 'never_published' }
  | { readonly code: 'upload_refused'; readonly upload: UploadRefusal; readonly accepted: string }
  | { readonly code: 'no_preview' }
  | { readonly code: 'test_not_sent'; readonly words: string }
  | { readonly code: 'not_a_draft' }
  | { readonly code: 'not_running' }
  | { readonly code: 'nothing_to_do' }
  | NameChangeNeeded
  | CancelRefusal
  | SendRefusal;
