import type { FieldError } from '../shared/result.ts';

/** Why an item of a run was not done, where no refusal says it. */
export const ITEM_NOTES = ['on_list', 'gone', 'not_checked', 'texted_meanwhile'] as const;
export type ItemNote = (typeof ITEM_NOTES)[number];

/** Why an item of a run was not done; kept, and said in the language of whoever reads it. */
export type ItemReason =
  | { readonly kind: 'note'; readonly note: ItemNote }
  | { readonly kind: 'fields'; readonly errors: readonly FieldError[] }
  /** A refusal, by its code, with what it says in English. */
  | { readonly kind: 'refusal'; readonly code: string; readonly detail: string };
