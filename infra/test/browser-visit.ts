import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the browser says about a failing request to who-am-I: nobody has signed in yet. */
const EXPECTED_CONSOLE = /status of 401/u;

/** Collects what the page complains about. */
export const watchForProblems = (page: Page, problems: string[]): void => {
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !EXPECTED_CONSOLE.test(text)) problems.push(text);
  });
  page.on('pageerror', (error) => problems.push(error.message));
};

/** Findings of axe (WCAG 2.2 A and AA) on the page as it stands, one line each. */
export const accessibilityProblems = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
};
