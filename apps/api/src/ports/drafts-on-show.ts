import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import type { Locale } from '@keyholder/domain/branding/locale';

/** Which draft may be looked at, and until when. */
export interface DraftTicket {
  readonly companyId: string;
  readonly brandId: string;
  readonly expiresAt: Date;
}

/** How a draft is looked at. */
export interface DraftView {
  readonly language: Locale;
  readonly page: 'welcome' | 'privacy';
  readonly scheme: 'light' | 'dark' | null;
}

/** Port: drafts are looked at from an origin of their own, by addresses that are signed and end soon. */
export abstract class DraftsOnShow {
  /** Address below which a draft can be looked at; null where there is no origin for it. */
  abstract address(ticket: DraftTicket): string | null;
  /** The ticket in an address; null for one that is altered or has ended. */
  abstract read(token: string, now: Date): DraftTicket | null;
  /** The document, rendered as the published page is. */
  abstract render(page: BrandPage, token: string, view: DraftView): Promise<string>;
}
