import { expect, test } from 'vitest';
import { isLinkToken, TOKEN_LENGTH } from '../../src/welcome/link.ts';
import { TEST_TOKEN, testTextOf } from '../../src/welcome/test-text.ts';

test('a test text is marked and as long as the real one, but for the mark', () => {
  expect(testTextOf('Confirm: {link} Reply STOP', 'https://v.example/a/#x')).toBe(
    '[TEST] Confirm: https://v.example/a/#x Reply STOP',
  );
  expect(TEST_TOKEN).toHaveLength(TOKEN_LENGTH);
  expect(isLinkToken(TEST_TOKEN)).toBe(true);
});
