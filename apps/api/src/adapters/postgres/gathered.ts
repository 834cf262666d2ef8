import DataLoader from 'dataloader';

/** Questions of separate requests in one statement at most. */
const MOST = 100;

/**
 * Calls of the same moment answered by one statement: `many` gets what they were called with, in order, and returns an
 * answer for each, an error where there is none. For repositories whose callers work side by side in one transaction
 * (`UnitOfWork.runTogether`); a call that comes alone is a statement alone.
 */
export const gathered = <Argument, Answer>(
  many: (calls: readonly Argument[]) => Promise<readonly (Answer | Error)[]>,
): ((call: Argument) => Promise<Answer>) => {
  const loader = new DataLoader<Argument, Answer>(many, { cache: false });
  return (call) => loader.load(call);
};

/**
 * As {@link gathered}, for questions of separate requests: what comes while one statement is at work goes together into
 * the next. A call that comes alone is asked at once.
 */
export const gatheredInTurn = <Argument, Answer>(
  many: (calls: readonly Argument[]) => Promise<readonly (Answer | Error)[]>,
): ((call: Argument) => Promise<Answer>) => {
  let atWork: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<Argument, Answer>(
    (calls) => {
      const answers = many(calls);
      atWork = answers.catch(() => undefined);
      return answers;
    },
    { cache: false, maxBatchSize: MOST, batchScheduleFn: (ask) => void atWork.then(ask) },
  );
  return (call) => loader.load(call);
};

/** As the answers of rows found by id, null for an id that has none. */
export const inOrderOf = <Row, Answer>(
  ids: readonly string[],
  rows: readonly Row[],
  { id, answer }: { readonly id: (row: Row) => string; readonly answer: (row: Row) => Answer },
): (Answer | null)[] => {
  const byId = new Map(rows.map((row) => [id(row), row]));
  return ids.map((wanted) => {
    const row = byId.get(wanted);
    return row === undefined ? null : answer(row);
  });
};

/** As the answers of rows that say which call they are for (`with ordinality`), null for a call that has none. */
export const inPlaceOf = <Row extends { readonly place: string }>(
  calls: readonly unknown[],
  rows: readonly Row[],
): (Row | null)[] => {
  const byPlace = new Map(rows.map((row) => [Number(row.place), row]));
  return calls.map((_, index) => byPlace.get(index + 1) ?? null);
};
