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

/** A new trace, of which nothing is recorded: its id is there for answers and log lines. */
export const newTrace = (): Context =>
  trace.setSpanContext(ROOT_CONTEXT, {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    traceFlags: TraceFlags.NONE,
  });

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
