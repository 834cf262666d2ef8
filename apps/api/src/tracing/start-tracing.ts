import { setTimeout } from 'node:timers/promises';
import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { recordSpansWith } from './spans.ts';

/** Where recorded spans go, and which traces are recorded; by OpenTelemetry's own variables. */
export interface TracingSettings {
  /** The whole address of a collector that takes traces by OTLP over HTTP. */
  readonly url: string;
  readonly sampler: TraceSampler;
  /** For the samplers by ratio: the part of all traces that is recorded, 0 to 1. */
  readonly ratio: number;
  /** How long spans are gathered before they are sent, in milliseconds. */
  readonly delayMs: number;
}

/** OTEL_TRACES_SAMPLER. `parentbased_`: whoever asks decides, where it says; the rest holds for what begins here. */
export const TRACE_SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
type TraceSampler = (typeof TRACE_SAMPLERS)[number];

/** How long the last spans may take to be sent. */
const SENDING_LIMIT_MS = 1_000;

/**
 * Lets traces go along with what is done, and records them where the settings say where to. The SDK is loaded only then.
 * @returns ends the recording; sends what is still to be sent
 */
export const startTracing = async (settings: TracingSettings | null): Promise<() => Promise<void>> => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  if (settings === null) return async () => undefined;
  const { openRecorder } = await import('./span-recorder.ts');
  const recorder = openRecorder(settings);
  recordSpansWith(recorder.getTracer('keyholder'));
  return async () => {
    recordSpansWith(null);
    // A collector that does not answer must not keep the process from ending.
    const end = recorder.shutdown().catch(() => undefined);
    await Promise.race([end, setTimeout(SENDING_LIMIT_MS, undefined, { ref: false })]);
  };
};
