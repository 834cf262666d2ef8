/** Of Postgres: connection lost (08…), shutting down, crashed, starting (57P0…), too many connections. */
const CODES = /^(?:08\w{3}|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/u;
/** The driver's own words where there is no code. */
const MESSAGES =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/u;

/** True for an error that says that the database cannot be reached now: the same request may succeed in a moment. */
export const isDatabaseAway = (error: unknown): boolean => {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const { code } = cause as { readonly code?: unknown };
    if (typeof code === 'string' && CODES.test(code)) return true;
    if (MESSAGES.test(cause.message)) return true;
  }
  return false;
};
