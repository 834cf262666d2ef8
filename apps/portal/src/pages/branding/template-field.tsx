import type { FieldError } from '@keyholder/domain/shared/result';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useBrandingWords } from './words/use-branding-words.ts';

interface TemplateFieldProps {
  /** As the API spells it. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | null;
  /** What stands there while nothing of one's own does. */
  readonly builtIn: string;
  readonly variables: readonly string[];
  readonly rows?: number;
  readonly lang: string;
  readonly error: FieldError | null;
  /** What is not wrong to keep, but stops publishing. */
  readonly warning?: string | null;
  readonly onChange: (value: string | null) => void;
}

/** What is being typed at the end of a text, after `{{`. */
const BEGUN = /\{\{\s*(\w*)$/u;

/** A template with its closed list of variables: suggested while one types, and to be put in by a button. */
export function TemplateField(props: TemplateFieldProps) {
  const {
    name,
    label,
    hint,
    value,
    builtIn,
    variables,
    rows = 3,
    lang,
    error,
    warning = null,
    onChange,
  } = props;
  const words = useBrandingWords();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const fitting = begun === null ? [] : variables.filter((variable) => variable.startsWith(begun));

  const look = (): void => {
    const { value: text = '', selectionStart = 0 } = area.current ?? {};
    setBegun(BEGUN.exec(text.slice(0, selectionStart))?.[1] ?? null);
    setChosen(0);
  };

  const insert = (variable: string): void => {
    const field = area.current;
    if (field === null) return;
    const text = value ?? builtIn;
    const caret =
      document.activeElement === field || field.selectionStart > 0 ? field.selectionStart : text.length;
    const before = text.slice(0, caret).replace(BEGUN, '');
    const after = text.slice(caret).replace(/^\w*\}\}/u, '');
    const put = `${before}{{${variable}}}`;
    onChange(put + after);
    setBegun(null);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(put.length, put.length);
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (fitting.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : fitting.length - 1;
      setChosen((now) => (now + step) % fitting.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      insert(fitting[chosen] ?? fitting[0] ?? '');
    } else if (event.key === 'Escape') {
      setBegun(null);
    }
  };

  const problem = error === null ? warning : `${error.message} ${error.accepted}`;
  return (
    <div className="field template">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="template-box">
        <textarea
          id={id}
          ref={area}
          name={name}
          className="input text-area"
          rows={rows}
          lang={lang}
          dir={lang === 'ar' ? 'rtl' : 'ltr'}
          value={value ?? ''}
          placeholder={builtIn}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== null}
          aria-autocomplete="list"
          aria-controls={fitting.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={fitting.length > 0 ? `${id}-${chosen}` : undefined}
          onChange={({ target }) => {
            onChange(target.value === '' ? null : target.value);
            look();
          }}
          onKeyDown={onKeyDown}
          onClick={look}
          onBlur={() => setBegun(null)}
        />
        {fitting.length > 0 && (
          <div
            className="template-suggestions"
            role="listbox"
            tabIndex={-1}
            id={`${id}-list`}
            aria-label={words.suggestions}
          >
            {fitting.map((variable, index) => (
              <div
                key={variable}
                tabIndex={-1}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                // Before the field loses focus.
                onMouseDown={(event) => {
                  event.preventDefault();
                  insert(variable);
                }}
              >
                {`{{${variable}}}`}
              </div>
            ))}
          </div>
        )}
      </div>
      <div className="template-variables" role="group" aria-label={words.variables}>
        {variables.map((variable) => (
          <button
            key={variable}
            type="button"
            className="template-variable"
            aria-label={words.insert(variable)}
            onClick={() => insert(variable)}
          >
            {variable}
          </button>
        ))}
      </div>
      {problem !== null && (
        <p className="field-error" role={error === null ? undefined : 'alert'}>
          <strong>{problem}</strong>
        </p>
      )}
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
