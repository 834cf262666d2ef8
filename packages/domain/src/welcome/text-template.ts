import Handlebars from 'handlebars';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';

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

/** A part that a welcome text must hold, and how it is recognised. */
interface RequiredPart {
  readonly name: string;
  /** @param words what the template says apart from its variables */
  readonly present: (words: string, variables: readonly TextVariable[]) => boolean;
}

/** Message frequency and rates in the languages that templates exist in. */
const FREQUENCY = /msg frequency|message frequency|frecuencia|fréquence|عدد الرسائل|تكرار/iu;
const RATES = /msg ?& ?data rates|data rates|rates may apply|tarifas|tarifs|frais|رسوم/iu;

const REQUIRED_IN_WELCOME: readonly RequiredPart[] = [
  { name: '{{brand}}', present: (_, used) => used.includes('brand') },
  { name: '{{namedBy}}, who named the contact', present: (_, used) => used.includes('namedBy') },
  { name: '{{site}}', present: (_, used) => used.includes('site') },
  {
    name: '{{link}} exactly once',
    present: (_, used) => used.filter((name) => name === 'link').length === 1,
  },
  { name: 'that message frequency varies', present: (words) => FREQUENCY.test(words) },
  { name: 'that message and data rates may apply', present: (words) => RATES.test(words) },
  { name: 'the word HELP', present: (words) => /\bHELP\b/u.test(words) },
  { name: 'the word STOP', present: (words) => /\bSTOP\b/u.test(words) },
];

const isVariable = (name: string): name is TextVariable =>
  (TEXT_VARIABLES as readonly string[]).includes(name);

/** What a template is made of. */
interface TemplateParts {
  /** In order, repeated as often as they stand there. */
  readonly variables: readonly TextVariable[];
  /** The words between, with `_` in place of each variable: what touches a variable is no word of its own. */
  readonly words: string;
}

/** The parts of a template; an error for anything but plain text and plain variables. */
const partsOf = (template: string): Result<TemplateParts, { code: string; message: string }> => {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(template);
  } catch {
    return err({ code: 'not_a_template', message: 'A variable is not closed or not written as {{name}}.' });
  }
  const variables: TextVariable[] = [];
  let words = '';
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') {
      words += (statement as hbs.AST.ContentStatement).value;
      continue;
    }
    const path = statement.type === 'MustacheStatement' ? (statement as hbs.AST.MustacheStatement) : null;
    const plain =
      path !== null &&
      path.escaped &&
      path.path.type === 'PathExpression' &&
      path.params.length === 0 &&
      ((path.hash as hbs.AST.Hash | undefined)?.pairs ?? []).length === 0;
    if (!plain) {
      return err({
        code: 'not_a_variable',
        message:
          'Only plain variables such as {{brand}} are allowed: no blocks, helpers, partials or comments.',
      });
    }
    const name = (path.path as hbs.AST.PathExpression).original;
    if (!isVariable(name))
      return err({ code: 'unknown_variable', message: `There is no variable {{${name}}}.` });
    variables.push(name);
    words += '_';
  }
  if (words.includes(LINK_PLACEHOLDER)) {
    return err({ code: 'not_a_variable', message: 'The link is written with two braces: {{link}}.' });
  }
  return ok({ variables, words });
};

/** A template that was checked and can be rendered any number of times. */
export interface TextTemplate {
  readonly source: string;
  readonly render: (values: TextValues) => string;
}

const compile = (source: string): TextTemplate => {
  // Not escaped: this is a text message, where &amp; would be read as written.
  const render = Handlebars.compile<TextValues>(source, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
  });
  return { source, render: (values) => render(withoutPlaceholder(values)) };
};

/** A name that spells the link's placeholder must not be taken for it: only `link` may hold it. */
const withoutPlaceholder = (values: TextValues): TextValues => ({
  ...(Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll(LINK_PLACEHOLDER, '(link)')]),
  ) as TextValues),
  link: values.link,
});

const acceptedVariables = `text with the variables ${TEXT_VARIABLES.map((name) => `{{${name}}}`).join(', ')}`;

/** Checks a template against the closed list of variables and compiles it. */
export const textTemplate = (source: string, field = 'template'): Result<TextTemplate, FieldError> => {
  const parts = partsOf(source);
  if (!parts.ok) return err({ field, ...parts.error, accepted: acceptedVariables });
  return ok(compile(source));
};

/** Checks that a template holds everything a welcome text must say, and compiles it. */
export const welcomeTemplate = (source: string, field = 'welcomeText'): Result<TextTemplate, FieldError> => {
  const parts = partsOf(source);
  if (!parts.ok) return err({ field, ...parts.error, accepted: acceptedVariables });
  const { words, variables } = parts.value;
  const missing = REQUIRED_IN_WELCOME.filter((part) => !part.present(words, variables));
  if (missing.length > 0) {
    const names = missing.map((part) => part.name).join('; ');
    return err({
      field,
      code: 'part_missing',
      message: `It does not say: ${names}.`,
      accepted: `a text that says ${names}`,
    });
  }
  return ok(compile(source));
};
