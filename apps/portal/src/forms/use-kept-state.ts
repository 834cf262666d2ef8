import { useEffect, useState } from 'react';
import { keep, kept } from './kept-draft.ts';
import { useDraftKey } from './use-draft-key.ts';

/**
 * A state that outlives the page, for what is typed or chosen outside a form.
 * @param form names it and what it is about, for example `import.<runId>`
 * @param initial what it is at first, and what is not kept
 */
export const useKeptState = <State extends object>(
  form: string,
  initial: State,
): readonly [State, (next: State) => void, { readonly isBack: boolean; readonly forget: () => void }] => {
  const key = useDraftKey(form);
  const [back] = useState(() => kept(key) as State | null);
  const [state, setState] = useState(back ?? initial);
  const [settled, setSettled] = useState(initial);
  useEffect(() => {
    keep(key, state === settled ? null : state);
  }, [key, state, settled]);
  return [
    state,
    setState,
    {
      isBack: back !== null && state !== settled,
      forget: () => {
        setSettled(state);
        keep(key, null);
      },
    },
  ];
};
