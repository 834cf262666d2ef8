import type { SenderSetUp } from '../welcome/sender-details.ts';

/** What a company's admins set. */
export interface CompanySettings {
  readonly name: string;
  /** Welcome texts that one dealer may ask for in a day (UTC). */
  readonly dailyWelcomeCeiling: number;
  /** How many years evidence of consent is kept after a contact was removed. */
  readonly evidenceYears: number;
  readonly version: number;
}

/** Which limit a welcome text would go beyond. */
export type WelcomeLimit = 'dealer_a_day' | 'site_a_day';

/** Port to a company and its dealers. */
export interface CompanyRepository {
  /** Name of the dealer, or of the company where the unit of work is the company's as a whole. */
  placeName(): Promise<string>;
  /** Makes the company of this unit of work. */
  create(company: { readonly name: string; readonly at: Date }): Promise<void>;
  /** Whether there is such a company. */
  exists(): Promise<boolean>;
  /** Sets a sender up for the company; false where it is set up already, whoever has it. */
  addSender(setUp: SenderSetUp, at: Date): Promise<boolean>;
  load(): Promise<CompanySettings>;
  /** False where it was changed in the meantime. */
  save(settings: CompanySettings, expectedVersion: number): Promise<boolean>;
  /** Adds a dealer that uses the company's brand. Only where the unit of work is the company's as a whole. */
  addDealer(dealer: { readonly id: string; readonly name: string; readonly at: Date }): Promise<void>;
  /**
   * Counts a welcome text of a dealer's, unless that would go beyond a limit. Others of the same dealer wait until the
   * transaction ends, so that the limit holds exactly.
   */
  countWelcome(text: {
    readonly siteId: string;
    readonly day: string;
    readonly perSite: number;
  }): Promise<WelcomeLimit | null>;
}
