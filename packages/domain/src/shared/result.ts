/** An expected outcome: a value, or an expected error. Exceptions are for bugs. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Why one field of a form or request was refused, in words that a dealer can act on. */
export interface FieldError {
  /** Name of the field as the API spells it. */
  readonly field: string;
  /** Closed set per field; stable for programs. */
  readonly code: string;
  /** What is wrong. */
  readonly message: string;
  /** What would be accepted. */
  readonly accepted: string;
}
