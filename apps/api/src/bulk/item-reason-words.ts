import type { ItemReason } from '@keyholder/domain/bulk/item-reason';
import { fieldErrorIn } from '@keyholder/domain/words/field-errors';
import { READER_WORDS, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { detailIn } from '../http/problem-words/problem-in.ts';

/** Why an item of a run was not done, in the reader's language. */
export const reasonIn = (reason: ItemReason, language: ReaderLanguage): string => {
  const words = READER_WORDS[language].bulkItems;
  switch (reason.kind) {
    case 'note':
      return words[reason.note];
    case 'fields':
      return reason.errors
        .map((error) => fieldErrorIn(error, language))
        .map(({ message, accepted }) => `${message} ${words.accepted(accepted)}`)
        .join(' ');
    case 'refusal':
      return detailIn(reason, language);
  }
};
