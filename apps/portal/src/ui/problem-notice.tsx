import { ApiProblem, OFFLINE, UNREADABLE } from '../api/problem.ts';
import { useWords } from '../words/words.tsx';
import type { Words } from '../words/en/index.ts';
import { ActionButton } from './action-button.tsx';
import { Notice } from './notice.tsx';
import { RelativeTime } from './relative-time.tsx';

const detailOf = (error: unknown, words: Words): string => {
  if (!(error instanceof ApiProblem)) return words.problems.crashedAdvice;
  const { code, detail, status, errors } = error.problem;
  if (code === OFFLINE) return words.problems.offline;
  if (code === UNREADABLE) return words.problems.unreadable(status);
  return errors === undefined ? detail : words.problems.checkFields;
};

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What went wrong with a request, in words, and what to do. */
export function ProblemNotice({ error, title, onRetry }: ProblemNoticeProps) {
  const words = useWords();
  const retryAt = error instanceof ApiProblem ? error.problem.retryAt : undefined;
  return (
    <Notice tone="error" role="alert" {...(title === undefined ? {} : { title })}>
      <p>
        {detailOf(error, words)}
        {retryAt !== undefined && (
          <>
            {` ${words.problems.canRetry} `}
            <RelativeTime moment={retryAt} />.
          </>
        )}
      </p>
      {onRetry !== undefined && <ActionButton onPress={onRetry}>{words.common.tryAgain}</ActionButton>}
    </Notice>
  );
}
