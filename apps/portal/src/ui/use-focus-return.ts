import { useEffect, useState } from 'react';

/**
 * Gives focus back to what had it before a window opened, or to the page's heading where that is gone. React Aria does
 * so too, but not reliably where a route change takes the window away; this only acts when focus was lost.
 */
export const useFocusReturn = (): void => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After React Aria's own attempt in the next frame.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          if (document.activeElement !== null && document.activeElement !== document.body) return;
          const target =
            opener?.isConnected === true && opener !== document.body ? opener : document.querySelector('h1');
          if (target instanceof HTMLElement) target.focus({ preventScroll: true });
        });
      });
    },
    [opener],
  );
};
