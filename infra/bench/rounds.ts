/** How long to measure. */
export interface Effort {
  /** False for a quick look. */
  readonly long: boolean;
  readonly rounds: number;
  /** Of each measurement within a round. */
  readonly seconds: number;
}

/**
 * Measures rivals in turns, so that whatever else the machine does falls on all of them; each is first run once
 * unmeasured. Every second round goes the other way round.
 * @returns the values of each rival, one per round
 */
export async function inTurns<Value>(
  { rounds }: Pick<Effort, 'rounds'>,
  rivals: Readonly<Record<string, () => Promise<Value>>>,
): Promise<Record<string, Value[]>> {
  const entries = Object.entries(rivals);
  const values = Object.fromEntries(entries.map(([name]): [string, Value[]] => [name, []]));
  for (const [, measure] of entries) await measure();
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of round % 2 === 0 ? entries : entries.toReversed()) {
      values[name]?.push(await measure());
    }
  }
  return values;
}
