/** How many of each unit make one of the next. */
const UNITS = [
  ['minute', 60],
  ['hour', 24],
  ['day', Infinity],
] as const;

/**
 * A time ahead in words, for example "in 2 minutes"; rounded up, so that it never promises too much.
 * @param seconds none or no number means a minute.
 */
export const fromNow = (seconds: number, language: string): string => {
  let amount = Math.ceil((seconds || 60) / 60);
  for (const [unit, next] of UNITS) {
    if (amount < next) return new Intl.RelativeTimeFormat(language).format(amount, unit);
    amount = Math.ceil(amount / next);
  }
  return '';
};
