import { READER_LANGUAGES, type ReaderLanguage } from '@keyholder/domain/words/reader-language';

interface Wanted {
  readonly tag: string;
  /** 0–1; 0: not wanted. */
  readonly weight: number;
}

/** How much of the header is read: browsers send a few languages. */
const MOST_WANTED = 20;

const wantedIn = (header: string): readonly Wanted[] =>
  header
    .split(',', MOST_WANTED)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const given = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/u.exec(one)?.[1]).find(Boolean);
      return { tag: tag.trim().toLowerCase(), weight: given === undefined ? 1 : Number(given) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);

/**
 * The language of {@link READER_LANGUAGES} that a reader wants most; English where they want none of them.
 * @param acceptLanguage an `Accept-Language` header (RFC 9110), for example `fr-CA, es;q=0.5`; undefined: none was sent
 */
export const readerLanguage = (acceptLanguage: string | undefined): ReaderLanguage => {
  for (const { tag } of wantedIn(acceptLanguage ?? '')) {
    const language = READER_LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`));
    if (language !== undefined) return language;
  }
  return 'en';
};
