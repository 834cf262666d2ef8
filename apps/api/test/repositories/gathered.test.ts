import { expect, it } from 'vitest';
import { gatheredInTurn, inPlaceOf } from '../../src/adapters/postgres/gathered.ts';

/** A question that is answered when the test says so, and what it was asked. */
const held = () => {
  const asked: {
    readonly calls: readonly string[];
    readonly answer: () => void;
    readonly fail: () => void;
  }[] = [];
  const ask = gatheredInTurn(
    (calls: readonly string[]) =>
      new Promise<string[]>((resolve, reject) => {
        asked.push({
          calls,
          answer: () => resolve(calls.map((call) => `${call}!`)),
          fail: () => reject(new Error('on purpose')),
        });
      }),
  );
  return { asked, ask };
};

/** Everything that can go on by itself has. */
const calm = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('a call that comes alone is asked at once; those that come meanwhile go together into the next', async () => {
  const { asked, ask } = held();
  const first = ask('a');
  await calm();
  const others = [ask('b'), ask('c')];
  await calm();
  others.push(ask('d'));
  await calm();
  expect(asked.map(({ calls }) => calls)).toEqual([['a']]);
  asked[0]!.answer();
  expect(await first).toBe('a!');
  await calm();
  expect(asked.map(({ calls }) => calls)).toEqual([['a'], ['b', 'c', 'd']]);
  asked[1]!.answer();
  expect(await Promise.all(others)).toEqual(['b!', 'c!', 'd!']);
});

it('where one fails those after it are asked all the same', async () => {
  const { asked, ask } = held();
  const first = ask('a');
  await calm();
  const second = ask('b');
  asked[0]!.fail();
  await expect(first).rejects.toThrow('on purpose');
  await calm();
  asked[1]!.answer();
  expect(await second).toBe('b!');
});

it('rows are told apart by the place of their call, in whatever order they come', () => {
  const rows = [{ place: '3' }, { place: '1' }];
  expect(inPlaceOf(['a', 'b', 'c'], rows)).toEqual([{ place: '1' }, null, { place: '3' }]);
});
