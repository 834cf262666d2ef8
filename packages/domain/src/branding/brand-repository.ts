import type { QueueStopCause } from '../welcome/queue-stop.ts';
import type { TextTemplates } from '../welcome/default-texts.ts';
import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import type { BrandPage } from './brand-page.ts';
import type { Locale } from './locale.ts';

/** A brand as texts and pages need it: its settings and the version that is published. */
export interface PublishedBrand {
  readonly id: string;
  readonly brandKey: string;
  /** Keys it had before: links with them go on working. */
  readonly formerKeys: readonly string[];
  readonly name: string;
  /** Number of the published version. */
  readonly version: number;
  /** Origin of the brand's pages, for example `https://v.riverside.example`. */
  readonly linkOrigin: string;
  readonly linkLifeDays: number;
  /** Days after which one reminder goes out; null: none. */
  readonly reminderDays: number | null;
  readonly sender: TextSenderIdentity;
  readonly language: Locale;
  /** Whether a text follows after Confirm. */
  readonly confirmationText: boolean;
  /** Whether YES confirms; only where the video need not be watched. */
  readonly confirmByReply: boolean;
  /** Whether the provider answers STOP, START and HELP itself. */
  readonly providerAnswersKeywords: boolean;
  /** Null while the brand's texts go out. */
  readonly queueStop: QueueStop | null;
  readonly texts: Readonly<Partial<Record<Locale, TextTemplates>>>;
  readonly page: BrandPage;
}

/** A brand's queue, stopped because something about its set-up is wrong. */
export interface QueueStop {
  readonly cause: QueueStopCause;
  /** The provider's own code, for support; never decides anything. */
  readonly providerCode: string | null;
  readonly since: Date;
  /** The text that was last let through, to find out whether the set-up was mended. */
  readonly probeTextId: string | null;
  /** How many were let through so. */
  readonly probes: number;
  /** When the next one may be. */
  readonly nextProbeAt: Date;
}

/** Port to the brands of one tenant. */
export interface BrandRepository {
  /** The brand that a dealer's texts and pages carry, with the dealer's name. */
  ofDealer(dealerId: string): Promise<{ readonly brand: PublishedBrand; readonly dealerName: string }>;
  /** The same; the brand is null where it was never published. */
  findOfDealer(
    dealerId: string,
  ): Promise<{ readonly brand: PublishedBrand | null; readonly dealerName: string }>;
  byId(id: string): Promise<PublishedBrand | null>;
  /** Stops the brand's queue; false where it is stopped already. */
  stopQueue(id: string, stop: Omit<QueueStop, 'probeTextId' | 'probes'>): Promise<boolean>;
  /** Lets one text through a stopped queue, where that is due; of several that ask, one gets it. */
  takeProbe(
    id: string,
    probe: { readonly textId: string; readonly at: Date; readonly nextProbeAt: Date },
  ): Promise<boolean>;
  /** The queue runs again; false where it was not stopped. */
  resumeQueue(id: string): Promise<boolean>;
}
