import { useWords } from '../words/words.tsx';
import { formattingLocale } from './locale.ts';

/** The locale that this reader's dates are written in. */
export const useFormattingLocale = (): string => formattingLocale(useWords().locale, navigator.languages);
