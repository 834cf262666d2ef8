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

/** A part that a text must hold, and how it is recognised. */
interface RequiredPart {
  readonly name: string;
  /** @param words what the template says apart from its variables */
  readonly present: (words: string, variables: readonly TextVariable[]) => boolean;
}

/** Message frequency and rates in the languages that templates exist in. */
const FREQUENCY = /msg frequency|message frequency|frecuencia|fréquence|عدد الرسائل|تكرار/iu;
const RATES = /msg ?& ?data rates|data rates|rates may apply|tarifas|tarifs|frais|رسوم/iu;

const says = (variable: TextVariable): RequiredPart => ({
  name: `{{${variable}}}`,
  present: (_, used) => used.includes(variable),
});
const HELP: RequiredPart = { name: 'the word HELP', present: (words) => /\bHELP\b/u.test(words) };
const STOP: RequiredPart = { name: 'the word STOP', present: (words) => /\bSTOP\b/u.test(words) };

/** What carriers and the law ask of each text. */
const REQUIRED: Readonly<Record<keyof TextTemplates, readonly RequiredPart[]>> = {
  welcome: [
    says('brand'),
    { name: '{{namedBy}}, who named the contact', present: (_, used) => used.includes('namedBy') },
    says('site'),
    {
      name: '{{link}} exactly once',
      present: (_, used) => used.filter((name) => name === 'link').length === 1,
    },
    { name: 'that message frequency varies', present: (words) => FREQUENCY.test(words) },
    { name: 'that message and data rates may apply', present: (words) => RATES.test(words) },
    HELP,
    STOP,
  ],
  confirmation: [says('brand'), HELP, STOP],
  help: [says('brand'), says('phone'), STOP],
  optOutNotice: [says('brand'), { name: 'the word START', present: (words) => /\bSTART\b/u.test(words) }],
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
export const missingParts = (kind: keyof TextTemplates, source: string): readonly string[] => {
  const parts = partsOf(source, kind);
  if (!parts.ok) return [];
  const { words, variables } = parts.value;
  return REQUIRED[kind].filter((part) => !part.present(words, variables)).map((part) => part.name);
};

/** Checks that a template holds everything that a text of its kind must say, and compiles it. */
export const completeTemplate = (
  kind: keyof TextTemplates,
  source: string,
  field: string,
): Result<TextTemplate, FieldError> => {
  const template = textTemplate(source, field);
  if (!template.ok) return template;
  const missing = missingParts(kind, source);
  if (missing.length === 0) return template;
  const names = missing.join('; ');
  return err({
    field,
    code: 'part_missing',
    message: `It does not say: ${names}.`,
    accepted: `a text that says ${names}`,
  });
};

/** {@link completeTemplate} of a welcome text. */
export const welcomeTemplate = (source: string, field = 'welcomeText'): Result<TextTemplate, FieldError> =>
  completeTemplate('welcome', source, field);
