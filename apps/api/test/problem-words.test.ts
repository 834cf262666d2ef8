import { describe, expect, it } from 'vitest';
import { problemsEs } from '../src/http/problem-words/es.ts';
import { problemsFr } from '../src/http/problem-words/fr.ts';
import { problemIn } from '../src/http/problem-words/problem-in.ts';
import { conflict, invalidFields, notFound } from '../src/http/problem.ts';

const INCIDENT = '0af7651916cd43dd8448eb211c80319c';
const BO = '019ac000-0000-4000-8000-0000000000c1';

describe('problems in the reader’s language', () => {
  it('have the same codes in every language, and something to say for each', () => {
    expect(Object.keys(problemsFr).toSorted()).toEqual(Object.keys(problemsEs).toSorted());
    for (const { title, detail } of [...Object.values(problemsEs), ...Object.values(problemsFr)]) {
      expect(title).not.toBe('');
      expect(detail).not.toBe('');
    }
  });

  it('change what people read and nothing that programs read', () => {
    const english = conflict('slot-taken', 'This slot number is taken', 'Bo has it.', {
      conflictsWith: { contactId: BO, name: 'Bo' },
      errors: [{ field: 'slotNumber', code: 'taken', message: 'Bo has it.', accepted: 'a free one' }],
    }).problem;
    const french = problemIn(english, 'fr');
    expect(french).toEqual({
      ...english,
      title: 'Ce rang est pris',
      detail: 'Un autre contact de ce site a ce rang.',
      errors: [
        {
          field: 'slotNumber',
          code: 'taken',
          message: 'Un autre contact a ce rang.',
          accepted: 'un rang libre, ou aucun',
        },
      ],
    });
  });

  it('say field by field what is wrong', () => {
    const { problem } = invalidFields([
      { field: 'name', code: 'empty', message: 'Nothing was entered.', accepted: '1 to 100 characters' },
    ]);
    expect(problemIn(problem, 'es').detail).toBe('name: No se introdujo nada.');
  });

  it('keep the incident number', () => {
    const bug = { type: '/problems/bug', title: 't', status: 500, code: 'bug', detail: `Tell ${INCIDENT}.` };
    expect(problemIn(bug, 'es').detail).toContain(INCIDENT);
    expect(problemIn(bug, 'fr').detail).toContain(INCIDENT);
  });

  it('stay English for readers of English, and where there are no other words', () => {
    const { problem } = notFound('site');
    expect(problemIn(problem, 'en')).toBe(problem);
    const strange = { ...problem, code: 'constructor' };
    expect(problemIn(strange, 'es')).toBe(strange);
  });
});
