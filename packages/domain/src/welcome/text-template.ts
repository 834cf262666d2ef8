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
  readonly present: (template: string, variables: readonly TextVariable[]) => boolean;
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
  { name: 'that message frequency varies', present: (template) => FREQUENCY.test(template) },
  { name: 'that message and data rates may apply', present: (template) => RATES.test(template) },
  { name: 'the word HELP', present: (template) => /\bHELP\b/u.test(template) },
  { name: 'the word STOP', present: (template) => /\bSTOP\b/u.test(template) },
];

const isVariable = (name: string): name is TextVariable =>
  (TEXT_VARIABLES as readonly string[]).includes(name);

/** The variables in a template, in order; an error for anything but plain text and plain variables. */
const variablesIn = (
  template: string,
): Result<readonly TextVariable[], { code: string; message: string }> => {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(template);
  } catch {
    return err({ code: 'not_a_template', message: 'A variable is not closed or not written as {{name}}.' });
  }
  const used: TextVariable[] = [];
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') continue;
    const path = statement.type === 'MustacheStatement' ? (statement as hbs.AST.MustacheStatement) : null;
    const plain =
      path !== null &&
      path.path.type === 'PathExpression' &&
      path.params.length === 0 &&
      ((path.hash as hbs.AST.Hash | undefined)?.pairs ?? []).length === 0;
    if (!plain) {
      return err({
        code: 'not_a_variable',
        message: 'Only plain variables are allowed: no blocks, helpers or partials.',
      });
    }
    const name = (path.path as hbs.AST.PathExpression).original;
    if (!isVariable(name))
      return err({ code: 'unknown_variable', message: `There is no variable {{${name}}}.` });
    used.push(name);
  }
  return ok(used);
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
  return { source, render: (values) => render(values) };
};

const acceptedVariables = `text with the variables ${TEXT_VARIABLES.map((name) => `{{${name}}}`).join(', ')}`;

/** Checks a template against the closed list of variables and compiles it. */
export const textTemplate = (source: string, field = 'template'): Result<TextTemplate, FieldError> => {
  const variables = variablesIn(source);
  if (!variables.ok) return err({ field, ...variables.error, accepted: acceptedVariables });
  return ok(compile(source));
};

/** Checks that a template holds everything a welcome text must say, and compiles it. */
export const welcomeTemplate = (source: string, field = 'welcomeText'): Result<TextTemplate, FieldError> => {
  const variables = variablesIn(source);
  if (!variables.ok) return err({ field, ...variables.error, accepted: acceptedVariables });
  const missing = REQUIRED_IN_WELCOME.filter((part) => !part.present(source, variables.value));
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
