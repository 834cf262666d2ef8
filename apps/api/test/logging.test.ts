import { afterEach, expect, it, vi } from 'vitest';
import { processLog } from '../src/logging.ts';
import { inTrace } from '../src/tracing/spans.ts';
import { startTracing } from '../src/tracing/start-tracing.ts';
import { TraceCollector } from './support/trace-collector.ts';
import { newTrace, traceFrom, traceIdNow } from '../src/tracing/trace-context.ts';

afterEach(() => vi.restoreAllMocks());

/** What is written while something is logged. */
const written = (log: () => void): string => {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
  log();
  vi.restoreAllMocks();
  return lines.join('');
};

it('ends with the process where no collector takes the last spans', async () => {
  // The exporter itself would wait for half a minute.
  vi.stubEnv('OTEL_EXPORTER_OTLP_TIMEOUT', '600000');
  const collector = await TraceCollector.start();
  collector.answers = false;
  const settings = {
    url: `${collector.url}/v1/traces`,
    sampler: 'always_on',
    ratio: 1,
    delayMs: 60_000,
  } as const;
  const end = await startTracing(settings);
  await inTrace({ name: 'job' }, traceFrom(undefined), async () => undefined);
  await end();
  expect(collector.spans.map(({ name }) => name)).toEqual(['job']);
  await collector.close();
  vi.unstubAllEnvs();
}, 20_000);

it('in production one JSON object a line, also where the message has lines', () => {
  const log = processLog(true, ['warn', 'error']);
  const lines = written(() => {
    log.warn('first\nsecond', 'Queue');
    log.error('third', undefined, 'Rounds');
    log.log('of no interest', 'Queue');
  })
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'warn', context: 'Queue', message: 'first\nsecond' },
    { level: 'error', context: 'Rounds', message: 'third' },
  ]);
});

it('elsewhere words', () => {
  expect(written(() => processLog(false, ['log']).log('Ready', 'Keyholder'))).toMatch(/LOG.*Ready/u);
});

it('says of which trace a line is, where it is of one, also while no traces are recorded', async () => {
  await startTracing(null);
  const id = '0af7651916cd43dd8448eb211c80319c';
  const log = processLog(true, ['warn']);
  let lines = '';
  await inTrace({ name: 'job' }, traceFrom(`00-${id}-b7ad6b7169203331-00`), async () => {
    lines = written(() => log.warn('first', 'Queue'));
  });
  expect(JSON.parse(lines)).toMatchObject({ message: 'first', traceId: id });
  const outside = written(() => log.warn('second', 'Queue'));
  expect(JSON.parse(outside)).not.toHaveProperty('traceId');
  await inTrace({ name: 'job' }, traceFrom('no trace'), async () => {
    lines = written(() => processLog(false, ['warn']).warn('third', 'Queue'));
  });
  expect(lines).toMatch(/\[[\da-f]{32}\].*third/u);
});

it('gives every trace an id of its own', () => {
  const ids = Array.from({ length: 1_000 }, () => traceIdNow(newTrace()));
  for (const id of ids) expect(id).toMatch(/^[\da-f]{32}$/u);
  expect(new Set(ids).size).toBe(ids.length);
});
