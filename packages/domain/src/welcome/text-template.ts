import { templateLanguage } from '../shared/closed-template.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import type { TextTemplates } from './default-texts.ts';

/** Everything that a text template may say; a closed list. */
export const TEXT_VARIABLES = [
  'brand',
  'namedBy',
  'site',
  'contact',
  'firstName',
  'title',
  'link',
  'phone',
] as const;
export type TextVariable = (typeof TEXT_VARIABLES)[number];

/** Values for a template's variables. `link` may be the placeholder {@link LINK_PLACEHOLDER}. */
export type TextValues = Readonly<Record<TextVariable, string>>;

/** Stands for the link wherever a text is kept: the real one exists only while it is handed over. */
export const LINK_PLACEHOLDER = '{link}';

/** What a text may have to say. */
export type TextPart =
  'brand' | 'namedBy' | 'site' | 'link' | 'phone' | 'frequency' | 'rates' | 'help' | 'stop' | 'start';

/** Message frequency and rates in the languages that templates exist in. */
const FREQUENCY = /msg frequency|message frequency|frecuencia|fréquence|عدد الرسائل|تكرار/iu;
const RATES = /msg ?& ?data rates|data rates|rates may apply|tarifas|tarifs|frais|رسوم/iu;

/**
 * How a part is recognised.
 * @param words what the template says apart from its variables
 */
type Recognised = (words: string, variables: readonly TextVariable[]) => boolean;

const uses =
  (variable: TextVariable): Recognised =>
  (_, used) =>
    used.includes(variable);

const PRESENT: Readonly<Record<TextPart, Recognised>> = {
  brand: uses('brand'),
  namedBy: uses('namedBy'),
  site: uses('site'),
  // Exactly once.
  link: (_, used) => used.filter((name) => name === 'link').length === 1,
  phone: uses('phone'),
  frequency: (words) => FREQUENCY.test(words),
  rates: (words) => RATES.test(words),
  help: (words) => /\bHELP\b/u.test(words),
  stop: (words) => /\bSTOP\b/u.test(words),
  start: (words) => /\bSTART\b/u.test(words),
};

/** What carriers and the law ask of each text. */
const REQUIRED: Readonly<Record<keyof TextTemplates, readonly TextPart[]>> = {
  welcome: ['brand', 'namedBy', 'site', 'link', 'frequency', 'rates', 'help', 'stop'],
  confirmation: ['brand', 'help', 'stop'],
  help: ['brand', 'phone', 'stop'],
  optOutNotice: ['brand', 'start'],
};

const LANGUAGE = templateLanguage(TEXT_VARIABLES);

/** The parts of a template; an error for anything but plain text and plain variables. */
const partsOf = (source: string, field: string): ReturnType<typeof LANGUAGE.parts> => {
  const parts = LANGUAGE.parts(source, field);
  if (parts.ok && parts.value.words.includes(LINK_PLACEHOLDER)) {
    return err({
      field,
      code: 'not_a_variable',
      message: 'The link is written with two braces: {{link}}.',
      accepted: '{{link}}',
    });
  }
  return parts;
};

/** A template that was checked and can be rendered any number of times. */
export interface TextTemplate {
  readonly source: string;
  readonly render: (values: TextValues) => string;
}

const compile = (source: string): TextTemplate => {
  const render = LANGUAGE.compile(source);
  return { source, render: (values) => render(withoutPlaceholder(values)) };
};

/** A name that spells the link's placeholder must not be taken for it: only `link` may hold it. */
const withoutPlaceholder = (values: TextValues): TextValues => ({
  ...(Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll(LINK_PLACEHOLDER, '(link)')]),
  ) as TextValues),
  link: values.link,
});

/** Checks a template against the closed list of variables and compiles it. */
export const textTemplate = (source: string, field = 'template'): Result<TextTemplate, FieldError> => {
  const parts = partsOf(source, field);
  return parts.ok ? ok(compile(source)) : parts;
};

/** What a brand's text of a kind does not say although it must; empty where nothing is missing or it is no template. */
export const missingParts = (kind: keyof TextTemplates, source: string): readonly TextPart[] => {
  const parts = partsOf(source, kind);
  if (!parts.ok) return [];
  const { words, variables } = parts.value;
  return REQUIRED[kind].filter((part) => !PRESENT[part](words, variables));
};
