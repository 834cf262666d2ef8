import type { TextSenderIdentity } from '../welcome/text-sender.ts';
import type { TextTemplates } from '../welcome/default-texts.ts';
import type { BrandPage } from './brand-page.ts';
import type { Locale } from './locale.ts';

/** A brand as texts and pages need it: its settings and the version that is published. */
export interface PublishedBrand {
  readonly id: string;
  readonly brandKey: string;
  readonly name: string;
  /** Number of the published version. */
  readonly version: number;
  /** Origin of the brand's pages, for example `https://v.riverside.example`. */
  readonly linkOrigin: string;
  readonly linkLifeDays: number;
  readonly sender: TextSenderIdentity;
  readonly language: Locale;
  /** Whether a text follows after Confirm. */
  readonly confirmationText: boolean;
  /** Whether YES confirms; only where the video need not be watched. */
  readonly confirmByReply: boolean;
  /** Whether the provider answers STOP, START and HELP itself. */
  readonly providerAnswersKeywords: boolean;
  readonly queueStopped: boolean;
  readonly texts: Readonly<Partial<Record<Locale, TextTemplates>>>;
  readonly page: BrandPage;
}

/** Port to the brands of one tenant. */
export interface BrandRepository {
  /** The brand that a dealer's texts and pages carry, with the dealer's name. */
  ofDealer(dealerId: string): Promise<{ readonly brand: PublishedBrand; readonly dealerName: string }>;
  byId(id: string): Promise<PublishedBrand | null>;
}
