const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg/u],
  ['Opera', /\bOPR\//u],
  ['Firefox', /\bFirefox\//u],
  ['Chrome', /(?:Chrome|CriOS)\//u],
  ['Safari', /\bSafari\//u],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/u],
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Windows', /Windows/u],
  ['Mac', /Mac OS X|Macintosh/u],
  ['Linux', /Linux/u],
];

const first = (kinds: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  kinds.find(([, pattern]) => pattern.test(text))?.[0];

/** What a browser calls itself, in two words, to recognise it by; null where it says neither. */
export const deviceName = (userAgent: string | null): string | null => {
  const words = [first(BROWSERS, userAgent ?? ''), first(SYSTEMS, userAgent ?? '')];
  return words.filter((word) => word !== undefined).join(', ') || null;
};
