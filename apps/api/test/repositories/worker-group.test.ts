import { describe, expect, it } from 'vitest';
import { WorkerGroup } from '../../src/adapters/postgres/worker-group.ts';

describe('waking workers', () => {
  const group = (...jobs: number[]) => {
    const woken: string[] = [];
    const workers = jobs.map((busyWith, index) => ({ id: 'abcdef'[index]!, jobs: busyWith }));
    const made = new WorkerGroup((id) => void woken.push(id));
    for (const worker of workers) made.add(worker);
    return { made, woken, workers };
  };

  it('a burst of jobs wakes one after the other', () => {
    const { made, woken } = group(0, 0, 0);
    for (let n = 0; n < 4; n++) made.wake();
    expect(woken).toEqual(['a', 'b', 'c', 'a']);
  });

  it('those that have nothing to do come before those that are busy', () => {
    const { made, woken, workers } = group(4, 0, 4, 0);
    made.wake();
    made.wake();
    workers[3]!.jobs = 2;
    workers[1]!.jobs = 1;
    workers[2]!.jobs = 0;
    made.wake();
    expect(woken).toEqual(['b', 'd', 'c']);
  });

  it('where all are busy one of them looks again once it is done', () => {
    const { made, woken } = group(1, 4);
    made.wake();
    made.wake();
    expect(woken).toEqual(['a', 'b']);
  });

  it('without workers there is nobody to wake', () => {
    const { made, woken } = group();
    made.wake();
    expect(woken).toEqual([]);
  });
});
