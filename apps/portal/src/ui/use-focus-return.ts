import { useEffect, useState } from 'react';

/** What had focus before the window that is open, then before the window that it was opened from, and so on. */
let opened: readonly Element[] = [];

const openersNow = (): readonly Element[] => {
  const active = document.activeElement;
  if (active === null || active === document.body) return [];
  return active.closest('[role="dialog"]') === null ? [active] : [active, ...opened];
};

/**
 * Gives focus back to what had it before a window opened, or to the page's heading where that is gone. React Aria does
 * so too, but not reliably where a route change takes the window away; this only acts when focus was lost.
 */
export const useFocusReturn = (): void => {
  const [openers] = useState(openersNow);
  useEffect(() => {
    opened = openers;
    return () => {
      // After React Aria's own attempt in the next frame.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          if (document.activeElement !== null && document.activeElement !== document.body) return;
          const target = openers.find(({ isConnected }) => isConnected) ?? document.querySelector('h1');
          if (target instanceof HTMLElement) target.focus({ preventScroll: true });
        });
      });
    };
  }, [openers]);
};
