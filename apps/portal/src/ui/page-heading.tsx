import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import { useWords } from '../words/words.tsx';

/** A page's heading and the browser tab's title. After a navigation focus moves here, so that it is not lost. */
export function PageHeading({ children, tab }: { readonly children: ReactNode; readonly tab: string }) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivedBy = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (first.current && arrivedBy === NavigationType.Push) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [arrivedBy]);
  return (
    <>
      <title>{words.common.pageTitle(tab)}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
