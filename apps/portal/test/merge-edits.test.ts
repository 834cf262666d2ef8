import { expect, test } from 'vitest';
import { changedFields, mergeEdits } from '../src/forms/merge-edits.ts';

const base = { name: 'Ana', title: 'Owner', slot: '1' };

test.each([
  ['nobody changed anything', base, base, base, []],
  ['only I did', { ...base, title: 'Manager' }, base, { ...base, title: 'Manager' }, []],
  ['only they did', base, { ...base, slot: '2' }, { ...base, slot: '2' }, []],
  [
    'each another field',
    { ...base, title: 'Manager' },
    { ...base, slot: '2' },
    { name: 'Ana', title: 'Manager', slot: '2' },
    [],
  ],
  ['both the same', { ...base, slot: '2' }, { ...base, slot: '2' }, { ...base, slot: '2' }, []],
  [
    'both one field, differently',
    { ...base, slot: '3' },
    { ...base, slot: '2', name: 'Anna' },
    { name: 'Anna', title: 'Owner', slot: '3' },
    [{ field: 'slot', mine: '3', theirs: '2' }],
  ],
])('%s', (_name, mine, theirs, merged, clashes) => {
  expect(mergeEdits(base, mine, theirs)).toEqual({ merged, clashes });
});

test('only what changed is sent', () => {
  expect(changedFields(base, { ...base, title: 'Manager' })).toEqual({ title: 'Manager' });
  expect(changedFields(base, base)).toEqual({});
});
