import type { FieldError } from '@keyholder/domain/shared/result';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { isSame } from './is-same.ts';
import { visibleError } from './visible-error.ts';

/** The fields of a form that are typed or chosen as text. */
type TextField<Values> = {
  [Field in keyof Values & string]: Values[Field] extends string ? Field : never;
}[keyof Values & string];

/** What a form element needs to know of what is typed into it. */
export interface Submittable {
  /** The form: focus is moved in it. */
  readonly formRef: RefObject<HTMLFormElement | null>;
  /** Shows every error and moves focus to the first; true where there is none. */
  trySubmit(): boolean;
}

/** What is being typed into a form, and what is to be said about it. */
export interface Draft<Values> extends Submittable {
  readonly values: Values;
  readonly changed: boolean;
  set<Field extends keyof Values>(field: Field, value: Values[Field]): void;
  /** Fills several fields at once, as if they were typed. */
  fill(some: Partial<Values>): void;
  /** A field was left: from now on its error shows. */
  leave(field: keyof Values & string): void;
  /** The error to show at a field now. */
  errorAt(field: keyof Values & string): FieldError | null;
  /** What a field of text is given. */
  field<Field extends TextField<Values>>(
    field: Field,
  ): {
    readonly name: Field;
    readonly value: Values[Field];
    readonly onChange: (value: string) => void;
    readonly error: FieldError | null;
  };
  /** Takes up what the server refused. */
  refuse(errors: readonly FieldError[]): void;
  /** These values are on file now: what the form holds is compared with them from here on. */
  saved(values: Values): void;
}

/**
 * A form's values with their errors. An error shows once the field was left with something in it, or after an
 * attempt to submit; a refusal by the server until the field is changed. Nothing typed is ever thrown away.
 * @param typed what is in the form at first, where that is not what it is compared with
 */
export const useDraft = <Values extends object>(
  initial: Values,
  check: (values: Values) => readonly FieldError[],
  typed: Values = initial,
): Draft<Values> => {
  const formRef = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(typed);
  const [onFile, setOnFile] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly FieldError[]>([]);
  const [attempts, setAttempts] = useState(0);
  const found = check(values);

  useEffect(() => {
    if (attempts > 0) formRef.current?.querySelector<HTMLElement>(FIRST_INVALID)?.focus();
  }, [attempts]);

  const set: Draft<Values>['set'] = (field, value) => {
    setValues((before) => ({ ...before, [field]: value }));
    setRefused((before) => before.filter((error) => error.field !== field));
  };
  const errorAt: Draft<Values>['errorAt'] = (field) =>
    visibleError(field, { found, refused, left, attempted: attempts > 0 });
  return {
    formRef,
    values,
    changed: (Object.keys(onFile) as (keyof Values)[]).some((field) => !isSame(values[field], onFile[field])),
    set,
    fill: (some) => {
      setValues((before) => ({ ...before, ...some }));
      setRefused([]);
    },
    leave: (field) => {
      if (!isSame(values[field], onFile[field])) setLeft((before) => new Set(before).add(field));
    },
    errorAt,
    field: (name) => ({
      name,
      value: values[name],
      // Whoever offers choices offers those of the field.
      onChange: (value) => set(name, value as Values[typeof name]),
      error: errorAt(name),
    }),
    trySubmit: () => {
      setRefused([]);
      if (found.length > 0) setAttempts((count) => count + 1);
      return found.length === 0;
    },
    refuse: (errors) => {
      setRefused(errors);
      setAttempts((count) => count + 1);
    },
    saved: (stored) => {
      setOnFile(stored);
      setLeft(new Set());
    },
  };
};

const FIRST_INVALID =
  'input[aria-invalid="true"], [role="radiogroup"][aria-invalid="true"] input, button[data-invalid]';
