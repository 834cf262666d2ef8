import { fieldErrorIn } from '@keyholder/domain/words/field-errors';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import type { Problem } from '../problem.schemas.ts';
import { problemsEs } from './es.ts';
import { problemsFr } from './fr.ts';

/** How a kind of problem reads in a language. */
export interface ProblemWords {
  readonly title: string;
  /** Null: what its fields say, or else the English words; a function: is told the incident number. */
  readonly detail: string | null | ((incident: string) => string);
}

/** Every code of a problem. */
export type ProblemCode = keyof typeof problemsEs;

const WORDS: Readonly<Record<Exclude<ReaderLanguage, 'en'>, Readonly<Record<string, ProblemWords>>>> = {
  es: problemsEs,
  fr: problemsFr,
};

/** A trace's id. */
const INCIDENT = /\b[\da-f]{32}\b/u;

/** What a refusal that was kept says in the reader's language. */
export const detailIn = (
  { code, detail }: { readonly code: string; readonly detail: string },
  language: ReaderLanguage,
): string => problemIn({ type: `/problems/${code}`, title: '', status: 0, code, detail }, language).detail;

/** A problem in the reader's language: its words change, and nothing that programs read. */
export const problemIn = (problem: Problem, language: ReaderLanguage): Problem => {
  if (language === 'en' || !Object.hasOwn(WORDS[language], problem.code)) return problem;
  const words = WORDS[language][problem.code];
  if (words === undefined) return problem;
  const errors = problem.errors?.map((error) => fieldErrorIn(error, language));
  const ofFields = errors?.map(({ field, message }) => `${field}: ${message}`).join(' ');
  const detail =
    typeof words.detail === 'function'
      ? words.detail(INCIDENT.exec(problem.detail)?.[0] ?? '')
      : (words.detail ?? ofFields ?? problem.detail);
  return { ...problem, title: words.title, detail, ...(errors === undefined ? {} : { errors }) };
};
