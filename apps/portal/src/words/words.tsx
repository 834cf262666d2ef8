import { createContext, use, type ReactNode } from 'react';
import { en, type Words } from './en/index.ts';

const WordsContext = createContext<Words>(en);

/** The words of the portal in the reader's language. */
export const useWords = (): Words => use(WordsContext);

export function WordsProvider({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}
