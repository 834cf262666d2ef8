import { isLocale, type Locale } from '../branding/locale.ts';
import { isCountry, type CountryCode } from '../phone/country.ts';
import { plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';

/** Enhanced call verification asks for two different numbers. */
export const MINIMUM_REACHABLE_DEFAULT = 2;

/** What a dealer enters about a site, as typed. */
export interface SiteInput {
  readonly name: string;
  readonly accountNumber: string;
  readonly subscriberName?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly country: string;
  readonly timeZone: string;
  readonly language?: string | null | undefined;
  readonly minimumReachable?: number | undefined;
  readonly contactLabel?: string | null | undefined;
}

/** A site's General section, checked. */
export interface SiteDetails {
  readonly name: string;
  /** The monitoring centre's number of the account; unique per dealer. */
  readonly accountNumber: string;
  /** Who the alarm contract is with; named in the welcome text as the one who gave the contact's name. */
  readonly subscriberName: string | null;
  readonly address: string | null;
  /** ISO 3166-1 alpha-2; default country of its contacts' phones. */
  readonly country: CountryCode;
  /** IANA time zone, for quiet hours. */
  readonly timeZone: string;
  /** Null: the brand's language. */
  readonly language: Locale | null;
  /** How many different numbers must be reachable, 1–9. */
  readonly minimumReachable: number;
  /**
   * How texts and the page name the site. Its name by default, never its address: a wrong number must not learn
   * where an alarmed building stands.
   */
  readonly contactLabel: string;
}

/** A zone by name. Offsets such as `+05:00` know no summer time, and Postgres reads their sign the other way round. */
const isTimeZone = (value: string): boolean => {
  if (!/^[a-z]/iu.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const blank = (value: string | null | undefined): value is null | undefined | '' =>
  value === undefined || value === null || value.trim() === '';

/** Checks what a dealer entered about a site; reports every field that is wrong. */
export const checkSite = (input: SiteInput): Result<SiteDetails, readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const line = (value: string, field: string, max: number): string | null => {
    const result = plainLine(value, field, { max });
    if (result.ok) return result.value;
    errors.push(result.error);
    return null;
  };
  const refuse = (field: string, code: string, message: string, accepted: string): void => {
    errors.push({ field, code, message, accepted });
  };
  const name = line(input.name, 'name', 100);
  const accountNumber = line(input.accountNumber, 'accountNumber', 40);
  const subscriberName = blank(input.subscriberName)
    ? null
    : line(input.subscriberName, 'subscriberName', 100);
  const address = blank(input.address) ? null : line(input.address, 'address', 200);
  const contactLabel = blank(input.contactLabel) ? name : line(input.contactLabel, 'contactLabel', 100);
  const country = input.country.toUpperCase();
  if (!isCountry(country)) {
    refuse('country', 'unknown_country', 'There is no such country.', 'a two-letter code such as US or CA');
  }
  if (!isTimeZone(input.timeZone)) {
    refuse('timeZone', 'unknown_time_zone', 'There is no such time zone.', 'a name such as America/Chicago');
  }
  const language = blank(input.language) ? null : input.language;
  if (language !== null && !isLocale(language)) {
    refuse('language', 'unknown_language', 'There are no texts in this language.', 'en, es, fr or ar');
  }
  const minimumReachable = input.minimumReachable ?? MINIMUM_REACHABLE_DEFAULT;
  if (!Number.isInteger(minimumReachable) || minimumReachable < 1 || minimumReachable > 9) {
    refuse('minimumReachable', 'out_of_range', 'This is no such count.', 'a whole number from 1 to 9');
  }
  if (
    errors.length > 0 ||
    name === null ||
    accountNumber === null ||
    contactLabel === null ||
    !isCountry(country)
  ) {
    return err(errors);
  }
  return ok({
    name,
    accountNumber,
    subscriberName,
    address,
    country,
    timeZone: input.timeZone,
    language: language !== null && isLocale(language) ? language : null,
    minimumReachable,
    contactLabel,
  });
};
