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
  /** Requests in a row that the provider of texts gave no answer to. */
  readonly unanswered: number;
  readonly texts: Readonly<Partial<Record<Locale, TextTemplates>>>;
  readonly page: BrandPage;
}

/** A brand's queue, stopped because every text would fail, or stay uncertain, for the same cause. */
export interface QueueStop {
  readonly cause: QueueStopCause;
  /** The provider's own code, for support; never decides anything. */
  readonly providerCode: string | null;
  readonly since: Date;
  /** The text that was last let through, to find out whether the set-up was mended. */
  readonly probeTextId: string | null;
  /** How often it was tried whether the queue can run. */
  readonly probes: number;
  /** When it may be tried next. */
  readonly nextProbeAt: Date;
  /** When the provider last answered a question, where it needs to before a text is let through; each lets one through. */
  readonly answeredAt: Date | null;
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
  /** Stops the brand's queue; false where it is stopped already, unless this cause replaces the one it stopped for. */
  stopQueue(id: string, stop: Omit<QueueStop, 'probeTextId' | 'probes' | 'answeredAt'>): Promise<boolean>;
  /** One more request in a row got no answer; how many that makes. */
  countUnanswered(id: string): Promise<number>;
  /** A request got an answer: the next silence is the first in a row. */
  forgetUnanswered(id: string): Promise<void>;
  /**
   * When, by the provider's clock, the last reply came that was found by asking; since when there is the brand where
   * none was.
   */
  repliesSeenUntil(id: string): Promise<Date>;
  /** A reply of then was found by asking; never goes back. */
  noteRepliesSeen(id: string, until: Date): Promise<void>;
  /**
   * Takes the right to ask the provider a question for a stopped queue, where that is due; one of several gets it. An
   * earlier answer counts no more.
   */
  takeQuestion(id: string, question: { readonly at: Date; readonly nextProbeAt: Date }): Promise<boolean>;
  /** The provider answered the question: one text may be let through. */
  noteAnswer(id: string, at: Date): Promise<void>;
  /** Lets one text through, where the provider has answered; of several that ask, one gets it. */
  useAnswer(id: string, textId: string): Promise<boolean>;
  /** Lets one text through a queue stopped for another cause, where that is due; of several that ask, one gets it. */
  takeProbe(
    id: string,
    probe: { readonly textId: string; readonly at: Date; readonly nextProbeAt: Date },
  ): Promise<boolean>;
  /** The queue runs again; false where it was not stopped. */
  resumeQueue(id: string): Promise<boolean>;
}
