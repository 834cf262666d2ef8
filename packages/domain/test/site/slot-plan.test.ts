import { describe, expect, test } from 'vitest';
import { planSlots, type SlotOf } from '../../src/site/slot-plan.ts';

const LIST = [
  { contactId: 'ana', name: 'Ana', slotNumber: 1 },
  { contactId: 'bo', name: 'Bo', slotNumber: 2 },
  { contactId: 'cy', name: 'Cy', slotNumber: null },
];
const give = (...wanted: [string, number | null][]): SlotOf[] =>
  wanted.map(([contactId, slotNumber]) => ({ contactId, slotNumber }));

describe('slot numbers, all at once', () => {
  test.each<[string, SlotOf[], [string, number | null, number | null][]]>([
    [
      'two swap',
      give(['ana', 2], ['bo', 1]),
      [
        ['ana', 1, 2],
        ['bo', 2, 1],
      ],
    ],
    [
      'three in a ring',
      give(['ana', 2], ['bo', 7], ['cy', 1]),
      [
        ['ana', 1, 2],
        ['bo', 2, 7],
        ['cy', null, 1],
      ],
    ],
    [
      'one takes what another gives up',
      give(['ana', null], ['cy', 1]),
      [
        ['ana', 1, null],
        ['cy', null, 1],
      ],
    ],
    ['as they are', give(['ana', 1], ['cy', null]), []],
    ['only those that change', give(['ana', 1], ['bo', 3]), [['bo', 2, 3]]],
  ])('%s', (_name, wanted, moves) => {
    expect(planSlots(LIST, wanted)).toEqual({
      ok: true,
      value: moves.map(([contactId, from, to]) => ({ contactId, from, to })),
    });
  });
  test.each<[string, SlotOf[], [string, string][]]>([
    ['held by somebody not named', give(['ana', 2]), [['slots.0.slotNumber', 'taken']]],
    ['two want the same', give(['ana', 5], ['cy', 5]), [['slots.1.slotNumber', 'taken']]],
    [
      '0 and 1000',
      give(['ana', 0], ['bo', 1000]),
      [
        ['slots.0.slotNumber', 'out_of_range'],
        ['slots.1.slotNumber', 'out_of_range'],
      ],
    ],
    ['half a number', give(['ana', 1.5]), [['slots.0.slotNumber', 'out_of_range']]],
    ['somebody of another site', give(['zed', 9]), [['slots.0.contactId', 'unknown_contact']]],
    ['named twice', give(['ana', 8], ['ana', 9]), [['slots.1.contactId', 'named_twice']]],
  ])('refused: %s', (_name, wanted, errors) => {
    const plan = planSlots(LIST, wanted);
    expect(plan.ok ? [] : plan.error.map(({ field, code }) => [field, code])).toEqual(errors);
  });
  test('a refusal names who has the number', () => {
    const plan = planSlots(LIST, give(['cy', 2]));
    expect(plan.ok ? null : plan.error[0]?.message).toBe('Bo has the slot number 2.');
  });
});
