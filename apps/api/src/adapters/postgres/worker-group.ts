/** One worker of a queue, as the queue knows it. */
interface Worker {
  readonly id: string;
  /** Jobs that it has fetched and not finished. */
  jobs: number;
}

/** The workers of one queue in this process. A worker fetches a few jobs, finishes them, and fetches again. */
export class WorkerGroup {
  private readonly workers: Worker[] = [];
  private turn = 0;

  /** @param notify makes a worker look at once for jobs; one that is busy, once it has finished */
  constructor(private readonly notify: (workerId: string) => void) {}

  add(worker: Worker): void {
    this.workers.push(worker);
  }

  /** Whether none of them has anything to do. */
  get isIdle(): boolean {
    return this.workers.every(({ jobs }) => jobs === 0);
  }

  /** Wakes one worker: the next in turn that has nothing to do, so that a burst of jobs wakes them all. */
  wake(): void {
    const { workers, turn } = this;
    const inTurn = workers.map((_, index) => workers[(turn + index) % workers.length]);
    const next = inTurn.find((worker) => worker?.jobs === 0) ?? inTurn[0];
    if (next === undefined) return;
    this.turn = workers.indexOf(next) + 1;
    this.notify(next.id);
  }
}
