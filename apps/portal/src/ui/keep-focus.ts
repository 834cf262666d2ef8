import { isTabbable, tabbable } from 'tabbable';

/** Frames that windows and pages get to move focus by themselves. */
const FRAMES = 3;

/** Where something stands: its ancestors from the inside out, and its place among the children of each. */
type Place = readonly (readonly [parent: Element, index: number])[];

const placeOf = (element: Element): Place => {
  const place: [Element, number][] = [];
  for (let child = element; child.parentElement !== null; child = child.parentElement) {
    place.push([child.parentElement, [...child.parentElement.children].indexOf(child)]);
  }
  return place;
};

/** What takes focus by the keyboard first: the element itself, or something in it. */
const firstIn = (element: Element | undefined): HTMLElement | null => {
  if (!(element instanceof HTMLElement)) return null;
  const first = isTabbable(element) ? element : tabbable(element)[0];
  return first instanceof HTMLElement ? first : null;
};

/** What has taken somebody's place: in a list the next entry; else the window that is open, or the page's heading. */
const successor = (place: Place): HTMLElement | null => {
  const window = place.find(([parent]) => parent.matches('[role="dialog"]'))?.[0];
  // A window that has closed gives focus back by itself, to what had opened it.
  if (window?.isConnected === false) return null;
  for (const [parent, index] of place) {
    if (parent.matches('main, #root, body')) break;
    if (!parent.isConnected) continue;
    const found = firstIn(parent.children[Math.min(index, parent.children.length - 1)]) ?? firstIn(parent);
    if (found !== null) return found;
  }
  return (
    [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1) ??
    document.querySelector<HTMLElement>('h1')
  );
};

/**
 * Whoever works with the keyboard does not start over at the top of the page when what had focus goes away: a row that
 * moved keeps focus, and what has taken its place gets it. A press beside everything is not called off.
 */
export const keepFocus = (): void => {
  let last: HTMLElement | null = null;
  let place: Place = [];
  let waiting = 0;
  const isLost = (): boolean => last !== null && document.activeElement === document.body;
  const restore = (): void => {
    if (!isLost()) return;
    if (last?.isConnected === true) last.focus({ preventScroll: true });
    if (isLost()) successor(place)?.focus({ preventScroll: true });
  };
  const inFrames = (count: number): void => {
    waiting = requestAnimationFrame(() => {
      if (count > 1) inFrames(count - 1);
      else restore();
    });
  };
  document.addEventListener('pointerdown', () => {
    last = null;
  });
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? target : null;
    place = last === null ? [] : placeOf(last);
  });
  new MutationObserver(() => {
    if (!isLost()) return;
    cancelAnimationFrame(waiting);
    inFrames(FRAMES);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
};
