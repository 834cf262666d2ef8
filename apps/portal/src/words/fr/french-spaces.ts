const UNBROKEN = '\u00A0';

/** French sets a space before `?`, `!`, `:`, `;` and `»`, and after `«`. No line may break there. */
const withUnbrokenSpaces = (text: string): string =>
  text.replaceAll(/ (?=[?!:;»])/gu, UNBROKEN).replaceAll('« ', `«${UNBROKEN}`);

const everywhere = (words: unknown): unknown => {
  if (typeof words === 'string') return withUnbrokenSpaces(words);
  if (typeof words === 'function') {
    const say = words as (...about: readonly unknown[]) => unknown;
    return (...about: readonly unknown[]) => everywhere(say(...about));
  }
  if (Array.isArray(words)) return words.map(everywhere);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, own]) => [name, everywhere(own)]));
};

/** The same words, set as French is: so that they can be written with plain spaces. */
export const setInFrench = <Words extends object>(words: Words): Words => everywhere(words) as Words;
