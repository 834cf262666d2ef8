/*
 * What a site is found by: its own fields, and the names and phones of its contacts; however accents, case and phone
 * punctuation are typed.
 */

import { fold } from '../shared/fold.ts';

/** Most words of a search that count; more are ignored. */
const MOST_TERMS = 8;

/** Most characters of a search that count. */
export const SEARCH_MAX_LENGTH = 100;

/** Fewer digits than this are no part of a phone number worth looking for. */
const PHONE_DIGITS = 3;

const PHONE_LIKE = /^[\s\d+().\-/]*\d[\s\d+().\-/]*$/u;

/** What somebody looks for. */
export interface SiteSearch {
  /** Every one has to be found, each anywhere: {@link fold}ed. */
  readonly terms: readonly string[];
  /** Instead of the terms, this part of a phone number may be found; null where something else was typed. */
  readonly phoneDigits: string | null;
}

/** Reads what was typed into a search field; null where nothing is looked for. */
export const readSearch = (typed: string): SiteSearch | null => {
  const folded = fold(typed.slice(0, SEARCH_MAX_LENGTH));
  // The "+" or "(" that a number begins with is nothing to look for yet, and no index finds it.
  if (/^[\s+(]*$/u.test(folded)) return null;
  // A national number's leading zero is no part of the number as it is kept.
  const digits = folded.replaceAll(/\D/gu, '').replace(/^0+/u, '');
  if (PHONE_LIKE.test(folded)) {
    if (digits.length >= PHONE_DIGITS) return { terms: [folded], phoneDigits: digits };
    // The beginning of a number, "+1" or "(2": too little to look for yet.
    if (/\D/u.test(folded)) return null;
  }
  return { terms: [...new Set(folded.split(' '))].slice(0, MOST_TERMS), phoneDigits: null };
};

interface SearchedSite {
  readonly name: string;
  readonly accountNumber: string;
  readonly subscriberName: string | null;
  readonly address: string | null;
}

interface SearchedContact {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

const linesOf = (fields: readonly (string | null)[]): string[] =>
  fields.flatMap((field) => (field === null ? [] : [fold(field)]));

const siteLines = ({ name, accountNumber, subscriberName, address }: SearchedSite): string[] =>
  // The account number also without its dashes and dots: people leave them out.
  linesOf([name, accountNumber, accountNumber.replaceAll(/[^\p{L}\p{N}]/gu, ''), subscriberName, address]);

const contactLines = ({ name, phone }: SearchedContact): string[] => [
  ...linesOf([name]),
  phone.replaceAll(/\D/gu, ''),
];

/** Each line begins with a space, so that every word has one before it. */
const documentOf = (lines: readonly string[]): string => lines.map((line) => ` ${line}`).join('\n');

/** Everything a site is found by, one {@link fold}ed field a line, each word after a space. */
export const searchDocument = (site: SearchedSite, contacts: readonly SearchedContact[]): string =>
  documentOf([...siteLines(site), ...contacts.flatMap(contactLines)]);

/** From this length on a term is found inside words; shorter ones where a word begins. */
const INSIDE_WORDS = 3;

/** What has to stand in a {@link searchDocument} for a term to be found. */
export const soughtText = (term: string): string => (term.length < INSIDE_WORDS ? ` ${term}` : term);

/** True if the search finds the document. */
export const isFoundIn = (document: string, { terms, phoneDigits }: SiteSearch): boolean =>
  terms.every((term) => document.includes(soughtText(term))) ||
  (phoneDigits !== null && document.includes(phoneDigits));

/** The contact through whom a site is found; null where the site's own fields say why it is. */
export const foundThrough = <T extends SearchedContact>(
  search: SiteSearch,
  site: SearchedSite,
  contacts: readonly T[],
): T | null => {
  const own = documentOf(siteLines(site));
  if (isFoundIn(own, search)) return null;
  const missing = search.terms.filter((term) => !own.includes(soughtText(term)));
  return (
    contacts.find((contact) =>
      isFoundIn(documentOf(contactLines(contact)), { terms: missing, phoneDigits: search.phoneDigits }),
    ) ?? null
  );
};
