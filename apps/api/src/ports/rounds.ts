/** Port: looks at regular times for work that nothing else wakes. Only where the process is a worker. */
export abstract class Rounds {
  /**
   * Says what is looked for, and how often; before the application starts. Several processes look: what is found is
   * taken by one of them, and may be gone when the others come.
   */
  abstract every(milliseconds: number, look: () => Promise<void>): void;
}
