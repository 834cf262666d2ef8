import { isLocale, type Locale } from '../branding/locale.ts';
import { parsePhone, type PhoneNumber } from '../phone/phone-number.ts';
import type { CountryCode } from '../phone/country.ts';
import { plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import { checkSlotNumber } from '../site/slot-numbers.ts';

export const NAME_MAX = 100;
export const TITLE_MAX = 60;

/** Suggested, not required: a title is free text. */
export const TITLE_SUGGESTIONS = ['Owner', 'Manager', 'Key holder'] as const;

/** What a dealer enters about a contact, as typed. */
export interface ContactInput {
  readonly name: string;
  readonly phone: string;
  readonly email?: string | null | undefined;
  readonly emailVerification?: boolean | undefined;
  readonly title?: string | null | undefined;
  readonly slotNumber?: number | null | undefined;
  readonly emergencyContact?: boolean | undefined;
  readonly language?: string | null | undefined;
}

/** What a dealer edits about a contact, checked; its `version` covers these and nothing the provider reports. */
export interface ContactDetails {
  readonly name: string;
  readonly phone: PhoneNumber;
  readonly email: string | null;
  /** Alarm verification requests also by email, in addition to the text. */
  readonly emailVerification: boolean;
  readonly title: string | null;
  readonly slotNumber: number | null;
  /** Only these are texted about alarms. */
  readonly emergencyContact: boolean;
  /** Null: the site's language. */
  readonly language: Locale | null;
}

const EMAIL =
  /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@.<>()[\]\\,;:"][^\s\p{C}@<>()[\]\\,;:"]{0,189}\.[^\s\p{C}@.<>()[\]\\,;:"]{2,63}$/u;

/** The longest address that mail servers take (RFC 5321, 4.5.3.1.3). */
const EMAIL_MAX = 254;

/** An email address as an address book takes it; delivery alone proves it. */
export const checkEmail = (input: string, field = 'email'): Result<string, FieldError> => {
  const email = input.normalize('NFC').trim();
  return email.length <= EMAIL_MAX && EMAIL.test(email) && !/^\.|\.\.|\.@/u.test(email)
    ? ok(email)
    : err({
        field,
        code: 'not_an_email',
        message: 'This is not an email address.',
        accepted: 'an address such as dana@example.com',
      });
};

const blank = (value: string | null | undefined): value is null | undefined | '' =>
  value === undefined || value === null || value.trim() === '';

/**
 * Checks what a dealer entered about a contact, with the site's country as the phone's default.
 * Reports every field that is wrong, not only the first.
 */
export const checkContact = (
  input: ContactInput,
  site: { readonly country: CountryCode },
): Result<ContactDetails, readonly FieldError[]> => {
  const errors: FieldError[] = [];
  const take = <T>(result: Result<T, FieldError>): T | null => {
    if (result.ok) return result.value;
    errors.push(result.error);
    return null;
  };
  const name = take(plainLine(input.name, 'name', { max: NAME_MAX }));
  const phone = take(parsePhone(input.phone, site.country));
  const email = blank(input.email) ? null : take(checkEmail(input.email));
  const title = blank(input.title) ? null : take(plainLine(input.title, 'title', { max: TITLE_MAX }));
  const slotNumber =
    input.slotNumber === undefined || input.slotNumber === null
      ? null
      : take(checkSlotNumber(input.slotNumber));
  const emailVerification = input.emailVerification ?? false;
  if (emailVerification && blank(input.email)) {
    errors.push({
      field: 'emailVerification',
      code: 'needs_email',
      message: 'Alarm verification by email needs an email address.',
      accepted: 'an email address, or the switch off',
    });
  }
  const language = blank(input.language) ? null : input.language;
  if (language !== null && !isLocale(language)) {
    errors.push({
      field: 'language',
      code: 'unknown_language',
      message: 'There are no texts in this language.',
      accepted: 'en, es, fr or ar; empty for the language of the site',
    });
  }
  if (errors.length > 0 || name === null || phone === null) return err(errors);
  return ok({
    name,
    phone,
    email,
    emailVerification,
    title,
    slotNumber,
    emergencyContact: input.emergencyContact ?? true,
    language: language !== null && isLocale(language) ? language : null,
  });
};

/** How the page and texts address a contact: the first word of the name as written. */
export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;
