import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { draftKey, forgetDrafts, forgetOtherDrafts, keep, kept, keptDraft } from '../src/forms/kept-draft.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a browser keeps: its keys are properties, as those of the real one are. */
const storage = (): Record<string, unknown> => {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      // oxlint-disable-next-line typescript/no-dynamic-delete
      delete this[key];
    },
  };
  return Object.create(methods) as Record<string, unknown>;
};

const KEY = draftKey('dana@example.com', 'north', 'edit-site.1');
const BASE = { name: 'Ortiz Market', address: '', kinds: ['a', 'b'] };

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: storage() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what is half typed', () => {
  test('is there again, field by field, and lists by what is in them', () => {
    keep(KEY, { base: BASE, values: { ...BASE, address: '5 Main St', kinds: ['a'] } });
    expect(keptDraft(KEY, BASE)).toEqual({
      merged: { ...BASE, address: '5 Main St', kinds: ['a'] },
      clashes: [],
    });
  });

  test('is brought together with what somebody else has saved since', () => {
    keep(KEY, { base: BASE, values: { ...BASE, address: '5 Main St' } });
    const now = { name: 'Ortiz Markets', address: '7 Main St', kinds: ['a', 'b'] };
    expect(keptDraft(KEY, now)).toEqual({
      merged: { ...now, address: '5 Main St' },
      clashes: [{ field: 'address', mine: '5 Main St', theirs: '7 Main St' }],
    });
  });

  test('is forgotten after a day, and where it is nothing that was kept', () => {
    keep(KEY, { base: BASE, values: BASE }, 0);
    expect(kept(KEY, DAY_MS - 1)).not.toBeNull();
    expect(kept(KEY, DAY_MS)).toBeNull();
    for (const broken of ['{', '3', 'null', '{"at":"x"}']) {
      window.localStorage.setItem(KEY, broken);
      expect(keptDraft(KEY, BASE)).toBeNull();
    }
  });

  test('has the fields and kinds of the form now, whatever an older one kept', () => {
    keep(KEY, { base: { name: 1 }, values: { name: {}, gone: true, kinds: 'a' } });
    expect(keptDraft(KEY, BASE)?.merged).toEqual(BASE);
  });

  test('is nobody else’s, and ends when somebody signs out', () => {
    const other = draftKey('dana@example.com.evil', 'north', 'edit-site.1');
    for (const key of [KEY, other]) keep(key, { base: BASE, values: BASE });
    window.localStorage.setItem('keyholder.language', 'es');
    forgetOtherDrafts('dana@example.com');
    expect(Object.keys(window.localStorage)).toEqual([KEY, 'keyholder.language']);
    forgetDrafts();
    expect(Object.keys(window.localStorage)).toEqual(['keyholder.language']);
  });

  test('is no reason to stop where a browser keeps nothing', () => {
    vi.stubGlobal('window', {
      get localStorage(): never {
        throw new Error('forbidden');
      },
    });
    keep(KEY, { base: BASE, values: BASE });
    expect(keptDraft(KEY, BASE)).toBeNull();
    forgetDrafts();
  });
});
