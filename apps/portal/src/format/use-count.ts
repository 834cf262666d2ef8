import { useFormattingLocale } from './use-locale.ts';

/** Writes how many there are as the reader does: 12,345 or 12 345. */
export const useCount = (): ((number: number) => string) => {
  const locale = useFormattingLocale();
  return (number) => new Intl.NumberFormat(locale).format(number);
};
