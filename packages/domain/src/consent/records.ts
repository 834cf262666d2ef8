import type { OptOut, OptOutSource } from '../contact/opt-out.ts';
import type { EvidenceKind } from './evidence.ts';
import type { ReplyMeaning, ReplyWarning } from './reply-keywords.ts';

/** Port to the opt-outs of one company, by brand and number. */
export interface OptOutRepository {
  find(brandId: string, phone: string): Promise<OptOut>;
  /** Sets or clears; an opt-out that stands keeps its source and date. True where it changed. */
  set(brandId: string, phone: string, optedOut: boolean, source: OptOutSource, at: Date): Promise<boolean>;
  /** Everybody with this number whose dealer uses the brand. */
  contactsWith(
    brandId: string,
    phone: string,
  ): Promise<readonly { readonly contactId: string; readonly siteId: string; readonly dealerId: string }[]>;
}

/** Port to the replies of one tenant. */
export interface ReplyRepository {
  /** Keeps a reply once; false where it is kept already. */
  add(reply: {
    readonly contactId: string;
    readonly dealerId: string;
    readonly phone: string;
    readonly body: string;
    readonly meaning: ReplyMeaning;
    readonly warning: ReplyWarning | null;
    readonly providerId: string;
    readonly at: Date;
  }): Promise<boolean>;
  /** The dealer has read everything that a contact wrote; false where there was nothing to read. */
  markRead(contactId: string, at: Date): Promise<boolean>;
}

/** Port to the consent evidence; rows are added and never changed. */
export interface EvidenceLog {
  add(evidence: {
    readonly contactId: string;
    readonly dealerId: string;
    readonly kind: EvidenceKind;
    readonly at: Date;
    readonly detail: Readonly<Record<string, unknown>>;
  }): Promise<void>;
}
