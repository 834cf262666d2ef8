import { useSyncExternalStore } from 'react';

const TICK_MS = 15_000;

let now = new Date();
let timer: number | undefined;
const listeners = new Set<() => void>();

const tick = (): void => {
  now = new Date();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) {
    now = new Date();
    timer = window.setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
};

/** Brings the time shown up to now, where something is shown that happened since it last moved on. */
export const catchUp = (): void => {
  if (Date.now() - now.getTime() > 1000) tick();
};

/** The time, moving on every 15 seconds; one timer for all that show it. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => now);
