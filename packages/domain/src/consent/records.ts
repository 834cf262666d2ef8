import type { OptOut, OptOutSource } from '../contact/opt-out.ts';
import type { EvidenceKind } from './evidence.ts';
import type { KeptEvidence } from './retention.ts';
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

/** One piece of evidence, exactly as it was hashed. */
export interface EvidencePiece {
  readonly seq: number;
  readonly kind: EvidenceKind;
  readonly at: Date;
  /** `at` in seconds since 1970, as it stands in the hash. */
  readonly epoch: string;
  /** JSON, as it stands in the hash. */
  readonly detail: string;
  /** Hexadecimal; null for the first piece. */
  readonly prevHash: string | null;
  readonly hash: string;
}

/** That pieces of a contact's chain were deleted, because they had been kept long enough. */
export interface EvidenceDeletion {
  /** Their places in the chain. */
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Of the last of them, hexadecimal; the next piece of the contact follows it. */
  readonly lastHash: string;
  readonly pieces: number;
  /** By which rule: removed then, kept so many years. */
  readonly removedAt: Date;
  readonly keptYears: number;
  readonly deletedAt: Date;
}

/** All evidence of one contact, oldest first, with whom it is about. */
export interface EvidenceChain {
  readonly contact: {
    readonly id: string;
    readonly name: string;
    readonly phone: string;
    readonly removedAt: Date | null;
  };
  readonly site: { readonly id: string; readonly name: string; readonly accountNumber: string };
  readonly dealer: { readonly name: string };
  /** What was deleted before the first piece. */
  readonly deletions: readonly EvidenceDeletion[];
  readonly pieces: readonly EvidencePiece[];
}

/** Port to the consent evidence; rows are added, never changed, and deleted by one rule only. */
export interface EvidenceLog {
  add(evidence: {
    readonly contactId: string;
    readonly dealerId: string;
    readonly kind: EvidenceKind;
    readonly at: Date;
    readonly detail: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  /** The chain of a contact, also of one that was removed; null where there is no such contact. */
  chainOf(contactId: string): Promise<EvidenceChain | null>;
  /** What decides how long a contact's evidence is kept; null where there is none. Until the transaction ends it stays so. */
  kept(contactId: string): Promise<KeptEvidence | null>;
  /** Deletes a contact's whole chain, unless it is to be kept; null where nothing was deleted. */
  deleteExpired(
    contactId: string,
    at: Date,
  ): Promise<Pick<EvidenceDeletion, 'pieces' | 'lastHash' | 'keptYears'> | null>;
}
