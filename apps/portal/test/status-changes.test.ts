import { expect, test } from 'vitest';
import { statusChanges } from '../src/live/status-changes.ts';

const contact = (id: string, text: string) => ({ id, name: id, status: { text } });

test('only those whose status reads otherwise than before', () => {
  const before = [contact('a', 'Sending'), contact('b', 'Not sent')];
  const now = [contact('a', 'Confirmed'), contact('b', 'Not sent'), contact('c', 'Not sent')];
  expect(statusChanges(before, now).map(({ id }) => id)).toEqual(['a']);
});

test('the first list is no change', () => {
  expect(statusChanges([], [contact('a', 'Confirmed')])).toEqual([]);
});
