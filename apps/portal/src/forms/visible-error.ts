import type { FieldError } from '@keyholder/domain/shared/result';

interface FormState {
  /** What the domain's rules say about the values now. */
  readonly found: readonly FieldError[];
  /** What the server refused, of fields not changed since. */
  readonly refused: readonly FieldError[];
  /** Fields that were left with something in them. */
  readonly left: ReadonlySet<string>;
  /** Whether submitting was tried. */
  readonly attempted: boolean;
}

/** The error to show at a field: the server's first; a rule's only once the person has had the chance to finish. */
export const visibleError = (
  field: string,
  { found, refused, left, attempted }: FormState,
): FieldError | null => {
  const at = (errors: readonly FieldError[]): FieldError | null =>
    errors.find((error) => error.field === field) ?? null;
  return at(refused) ?? (attempted || left.has(field) ? at(found) : null);
};
