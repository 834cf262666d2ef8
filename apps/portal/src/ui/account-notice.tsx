import { AccountError } from '../api/account-error.ts';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/words.tsx';
import { Notice } from './notice.tsx';
import { ProblemNotice } from './problem-notice.tsx';

const wordsOf = (error: AccountError, words: Words): string => {
  switch (error.code) {
    case 'offline':
      return words.problems.offline;
    case 'too_many':
      return words.entry.tooMany;
    case 'INVALID_EMAIL_OR_PASSWORD':
      return words.signIn.wrong;
    case 'INVALID_PASSWORD':
      return words.entry.wrongPassword;
    case 'INVALID_TOKEN':
    case 'TOKEN_EXPIRED':
      return words.entry.linkDead;
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return words.entry.codeWrong;
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return words.entry.locked;
    case 'PASSWORD_TOO_SHORT':
      return words.entry.passwordShort;
    default:
      return words.problems.unreadable(error.status);
  }
};

/** What went wrong with something about an account, in words. */
export function AccountNotice({ error }: { readonly error: unknown }) {
  const words = useWords();
  if (!(error instanceof AccountError)) return <ProblemNotice error={error} />;
  return (
    <Notice tone="error" role="alert">
      <p>{wordsOf(error, words)}</p>
    </Notice>
  );
}
