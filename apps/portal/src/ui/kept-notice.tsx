import { useWords } from '../words/words.tsx';
import { Notice } from './notice.tsx';

/** Says that what was typed an earlier time is in the form again. */
export function KeptNotice({ of: { isBack } }: { readonly of: { readonly isBack: boolean } }) {
  const words = useWords();
  if (!isBack) return null;
  return (
    <Notice tone="info" role="status">
      <p>{words.common.draftBack}</p>
    </Notice>
  );
}
