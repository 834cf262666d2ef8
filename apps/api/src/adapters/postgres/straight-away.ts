/**
 * Jobs that the process which has queued them begins itself as soon as they are committed, without fetching them. They
 * stay in the queue until they are done: where this process is killed or fails, a worker finds them there.
 */
export class StraightAway {
  private readonly running = new Set<Promise<void>>();

  /** @param most jobs at once; others are left to the queue */
  constructor(private readonly most: number) {}

  /** Begins the work where there is room for it; false where there is none. */
  begin(work: () => Promise<void>): boolean {
    if (this.running.size >= this.most) return false;
    const done = work().finally(() => this.running.delete(done));
    this.running.add(done);
    return true;
  }

  /** Done when nothing runs any more. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}
