/**
 * The locale that dates and numbers are written in: the reader's own variety of the portal's language (en-GB writes
 * other dates than en-US), else the portal's language.
 * @param language of the portal's words, for example `en`
 * @param preferred the browser's list, most wanted first
 */
export const formattingLocale = (language: string, preferred: readonly string[]): string =>
  preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
