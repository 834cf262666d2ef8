import type { Page } from 'playwright-core';

/** The most stops that a page's way by Tab may have. */
const STOPS = 90;

/** Name of what has focus, as a screen reader says it; null where nothing has. */
export const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const words = label ? element.labels?.[0]?.textContent : element.textContent;
    return (element.getAttribute('aria-label') ?? words ?? '').trim();
  });

/** Goes by Tab, or back by Shift+Tab, to what is named so. */
export const tabTo = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const passed: (string | null)[] = [];
  while (passed.length < STOPS) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (stop !== null && name.test(stop)) return;
    passed.push(stop?.slice(0, 40) ?? null);
  }
  throw new Error(`${key} does not lead to ${name}, but to: ${passed.join(' | ')}`);
};

/** Waits until something is told to screen readers, wherever it stands. */
export const told = (page: Page, words: string | RegExp): Promise<void> =>
  page
    .locator('[role=log] p, [role=status], [role=alert]')
    .filter({ hasText: words })
    .first()
    .waitFor({ state: 'attached' });
