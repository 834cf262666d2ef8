import { SpanKind, type Span } from '@opentelemetry/api';
import { inSpan } from '../../tracing/spans.ts';

/** Asks the provider, in a span that says what was asked and nothing of whom it is about. */
export const askingProvider = <T>(
  what: 'send text' | 'look up line' | 'fetch message' | 'list messages',
  ask: (span: Span) => Promise<T>,
): Promise<T> =>
  inSpan({ name: `provider ${what}`, kind: SpanKind.CLIENT, attributes: { 'peer.service': 'twilio' } }, ask);
