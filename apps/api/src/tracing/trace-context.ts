import { randomBytes } from 'node:crypto';
import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  trace,
  TraceFlags,
  type Context,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';

/** A context with the trace that a W3C `traceparent` names; with none where there is none, or it cannot be read. */
export const traceFrom = (traceparent: unknown): Context => {
  const parent = typeof traceparent === 'string' ? parseTraceParent(traceparent) : null;
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
};

/** Random digits of many ids at a time: drawing them one by one costs a request as much as all the rest of its trace. */
const DIGITS_OF_A_TRACE = 48;
const TRACES_DRAWN = 128;
let digits = '';
let used = 0;

const randomDigits = (): string => {
  if (used === digits.length) {
    digits = randomBytes((TRACES_DRAWN * DIGITS_OF_A_TRACE) / 2).toString('hex');
    used = 0;
  }
  used += DIGITS_OF_A_TRACE;
  return digits.slice(used - DIGITS_OF_A_TRACE, used);
};

/** A new trace, of which nothing is recorded: its id is there for answers and log lines. */
export const newTrace = (): Context => {
  const ids = randomDigits();
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: ids.slice(0, 32),
    spanId: ids.slice(32),
    traceFlags: TraceFlags.NONE,
  });
};

/** The id of the trace at hand, 32 hexadecimal digits; null outside of one. */
export const traceIdNow = (at: Context = context.active()): string | null => {
  const now = trace.getSpanContext(at);
  return now !== undefined && isSpanContextValid(now) ? now.traceId : null;
};

/** The trace at hand as a W3C `traceparent`, for a job or a request that continues it; undefined outside of one. */
export const traceparentNow = (): string | undefined => {
  const now = trace.getSpanContext(context.active());
  if (now === undefined || !isSpanContextValid(now)) return undefined;
  return `00-${now.traceId}-${now.spanId}-0${(now.traceFlags & TraceFlags.SAMPLED).toString(16)}`;
};

/** The same, where what belongs to it is recorded. */
export const recordedTraceparent = (): string | undefined =>
  trace.getActiveSpan()?.isRecording() === true ? traceparentNow() : undefined;
