import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as it arrives: OTLP over HTTP, in JSON. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: CollectedSpan[] }[] }[];
}

/** A collector that takes traces and keeps them. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  /** All that was sent, word for word. */
  received = '';
  /** Whether it says that it has taken them. */
  answers = true;

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static start(): Promise<TraceCollector> {
    return new Promise((resolve) => {
      const server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part: string) => (body += part));
        request.on('end', () => {
          if (request.method !== 'POST' || request.url !== '/v1/traces') {
            response.writeHead(404).end();
            return;
          }
          collector.received += body;
          const { resourceSpans } = JSON.parse(body) as Export;
          for (const { scopeSpans } of resourceSpans)
            for (const { spans } of scopeSpans) collector.spans.push(...spans);
          if (!collector.answers) return;
          response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
        });
      });
      let collector: TraceCollector;
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        collector = new TraceCollector(`http://127.0.0.1:${port}`, async () => {
          server.closeAllConnections();
          await new Promise((done) => void server.close(done));
        });
        resolve(collector);
      });
    });
  }

  /** The names of the spans from the outermost one down to the first of this name in a trace. */
  wayTo(traceId: string, name: string): readonly string[] {
    const spans = this.spans.filter((span) => span.traceId === traceId);
    const way = [];
    for (
      let span = spans.find((one) => one.name === name);
      span !== undefined;
      span = spans.find(({ spanId }) => spanId === span?.parentSpanId)
    )
      way.unshift(span.name);
    return way;
  }
}
