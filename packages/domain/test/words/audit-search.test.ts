import { describe, expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '../../src/audit/audit-action.ts';
import { actionsNamed } from '../../src/words/audit-search.ts';
import { AUDIT_WORDS as en } from '../../src/words/audit-words-en.ts';
import { AUDIT_WORDS as es } from '../../src/words/audit-words-es.ts';
import { AUDIT_WORDS as fr } from '../../src/words/audit-words-fr.ts';

describe('an action is found by its words', () => {
  test.each([
    ['invited', ['person.invited']],
    ['Invitado', ['person.invited']],
    ['invitada', ['person.invited']],
    ['invité', ['person.invited']],
    ['person removed', ['person.removed']],
    ['removed person', ['person.removed']],
    ['api key', ['api_key.created', 'api_key.revoked']],
    ['keys', ['api_key.created', 'api_key.revoked']],
    ['clés révoquées', ['api_key.revoked']],
    ['revoked', ['api_key.revoked']],
    ['sesión fallido', ['account.sign_in_failed']],
  ])('%s', (typed, expected) => {
    expect(actionsNamed(typed)).toEqual(expect.arrayContaining(expected));
  });

  test.each(['', '  ', '·', 'invited robin', 'nothing of the kind', '%'])(
    'and by nothing else: %j',
    (typed) => {
      expect(actionsNamed(typed)).toEqual([]);
    },
  );

  test('every action by its own words, in every language', () => {
    for (const words of [en, es, fr]) {
      for (const action of AUDIT_ACTIONS) expect(actionsNamed(words[action])).toContain(action);
    }
  });
});
