import Handlebars from 'handlebars';
import { err, ok, type FieldError, type Result } from './result.ts';

/** What a template is made of. */
export interface TemplateParts<Variable extends string> {
  /** In order, repeated as often as they stand there. */
  readonly variables: readonly Variable[];
  /** The words between, with `_` in place of each variable: what touches a variable is no word of its own. */
  readonly words: string;
}

/** Handlebars reduced to plain text and plain variables of a closed list: no blocks, helpers, partials or comments. */
export interface TemplateLanguage<Variable extends string> {
  /** The parts of a template; an error for anything that is not of this language. */
  readonly parts: (source: string, field: string) => Result<TemplateParts<Variable>, FieldError>;
  /** Fills a template that {@link parts} accepts. Nothing is escaped: texts and words are no markup. */
  readonly compile: (source: string) => (values: Readonly<Record<Variable, string>>) => string;
}

/** @param variables everything that a template may say. */
export const templateLanguage = <Variable extends string>(
  variables: readonly Variable[],
): TemplateLanguage<Variable> => {
  const accepted = `text with the variables ${variables.map((name) => `{{${name}}}`).join(', ')}`;
  const known: ReadonlySet<string> = new Set(variables);
  const isVariable = (name: string): name is Variable => known.has(name);
  return {
    parts: (source, field) => {
      const refuse = (code: string, message: string) => err({ field, code, message, accepted });
      let program: hbs.AST.Program;
      try {
        program = Handlebars.parse(source);
      } catch {
        return refuse('not_a_template', 'A variable is not closed or not written as {{name}}.');
      }
      const used: Variable[] = [];
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
          return refuse(
            'not_a_variable',
            'Only plain variables such as {{brand}} are allowed: no blocks, helpers, partials or comments.',
          );
        }
        const name = (path.path as hbs.AST.PathExpression).original;
        if (!isVariable(name)) return refuse('unknown_variable', `There is no variable {{${name}}}.`);
        used.push(name);
        words += '_';
      }
      return ok({ variables: used, words });
    },
    // Filled by hand: what Handlebars compiles is code, which a strict Content-Security-Policy does not let run.
    compile: (source) => {
      const statements = Handlebars.parse(source).body;
      return (values) =>
        statements
          .map((statement) =>
            statement.type === 'ContentStatement'
              ? (statement as hbs.AST.ContentStatement).value
              : values[
                  ((statement as hbs.AST.MustacheStatement).path as hbs.AST.PathExpression)
                    .original as Variable
                ],
          )
          .join('');
    },
  };
};
