import {
  context,
  INVALID_SPAN_CONTEXT,
  isSpanContextValid,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { newTrace } from './trace-context.ts';

/**
 * Nothing is recorded until a recorder is set. Ours alone, not the process's: libraries that trace by themselves write
 * messages of errors into their spans, and those of the database quote rows.
 */
const nothing: Tracer = trace.getTracer('keyholder');
let tracer = nothing;
const NO_SPAN: Span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Whose spans are recorded from now on; null: nobody's. */
export const recordSpansWith = (recorder: Tracer | null): void => {
  tracer = recorder ?? nothing;
};

/** What a span is said to be: names, ids of tenants, counts. Never a number, a name, a text or an address of a person. */
export interface SpanWords {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
}

/** A span that has begun, and the context of what belongs to it. */
export interface Begun {
  readonly span: Span;
  readonly within: Context;
}

/** Begins a span below another. Whoever begins it ends it. */
const begin = ({ name, kind = SpanKind.INTERNAL, attributes = {} }: SpanWords, parent: Context): Begun => {
  const span = tracer.startSpan(name, { kind, attributes }, parent);
  return { span, within: trace.setSpan(parent, span) };
};

/**
 * Begins what comes to this process from elsewhere: a request, a job. Also where nothing is recorded it has a trace.
 * @param from the trace that it goes on with; a new one where there is none
 */
export const beginTrace = (words: SpanWords, from: Context): Begun => {
  if (tracer !== nothing) {
    const begun = begin(words, from);
    if (isSpanContextValid(begun.span.spanContext())) return begun;
  }
  return { span: NO_SPAN, within: trace.getSpanContext(from) === undefined ? newTrace() : from };
};

/** What may be said of an error: its kind. Messages quote rows, numbers and requests. */
const failSpan = (span: Span, error: unknown): void => {
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  const type = [code, name].find((word) => typeof word === 'string') ?? 'error';
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
};

const doIn = async <T>({ span, within }: Begun, work: (span: Span) => Promise<T>): Promise<T> => {
  try {
    return await context.with(within, () => work(span));
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
};

/** Does something that comes from elsewhere, in a trace. */
export const inTrace = <T>(words: SpanWords, from: Context, work: () => Promise<T>): Promise<T> =>
  doIn(beginTrace(words, from), work);

/** Does something in a span of its own below the one at hand; in none where that is not recorded, or there is none. */
export const inSpan = <T>(words: SpanWords, work: (span: Span) => Promise<T>): Promise<T> => {
  const parent = context.active();
  return trace.getSpan(parent)?.isRecording() === true ? doIn(begin(words, parent), work) : work(NO_SPAN);
};
