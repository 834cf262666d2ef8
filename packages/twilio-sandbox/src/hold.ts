/** A gate before every step of every message, for tests that want to say when the carrier goes on. */
export class Hold {
  #held = false;
  #waiting: { number: string; go: () => void }[] = [];

  get held(): boolean {
    return this.#held;
  }

  hold(): void {
    this.#held = true;
  }

  /** Lets everything go on and stops holding. */
  release(): void {
    this.#held = false;
    this.#open(() => true);
  }

  /** Lets each message to this number make one step; the hold stays. Returns how many went on. */
  step(number: string): number {
    return this.#open((waiting) => waiting.number === number);
  }

  /** Resolves at once, or when let go. */
  pass(number: string): Promise<void> {
    if (!this.#held) return Promise.resolve();
    return new Promise((go) => this.#waiting.push({ number, go }));
  }

  #open(which: (waiting: { number: string }) => boolean): number {
    const going = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((waiting) => !which(waiting));
    for (const { go } of going) go();
    return going.length;
  }
}
