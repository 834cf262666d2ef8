import type { FieldError } from '@keyholder/domain/shared/result';

/** The error of a field that has to be filled in. */
export const missing = (field: string, message: string): FieldError => ({
  field,
  code: 'empty',
  message,
  accepted: '',
});
