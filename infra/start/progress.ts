/** Seconds since the command was typed, with one decimal. */
export function elapsed(): string {
  return (performance.now() / 1000).toFixed(1);
}

/** One line of progress with the time since the start. */
export function say(line: string): void {
  console.log(`${elapsed().padStart(6)} s  ${line}`);
}

/** Says what begins, and again when it has ended and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  say(`${what} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return result;
}
