import type { HandOver, OutgoingText, TextSender } from '@keyholder/domain/welcome/text-sender';
import twilio from 'twilio';
import { askingProvider } from './asking-provider.ts';
import { recordedTraceparent } from '../../tracing/trace-context.ts';
import { paceOfRefusal, reasonOf, remedyOf } from './error-table.ts';

/** Seconds after which Twilio gives up on a text that is still queued; then its outcome is known to be "not sent". */
const VALIDITY_SECONDS = 600;

/**
 * Twilio loses a status callback that is answered slowly or with a 5xx unless told to try again
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides). The fragment is not sent.
 */
const CALLBACK_RETRIES = '#rc=5&rp=ct,rt,5xx';

/** Where Twilio reports what becomes of an attempt. The whole address is covered by Twilio's signature. */
const statusCallbackUrl = (publicUrl: URL, attemptId: string, companyId: string): string => {
  const url = new URL('/webhooks/twilio/status', publicUrl);
  url.searchParams.set('attempt', attemptId);
  url.searchParams.set('company', companyId);
  // So that the callback goes on with the trace; only where that is recorded.
  const trace = recordedTraceparent();
  if (trace !== undefined) url.searchParams.set('trace', trace);
  return url.href + CALLBACK_RETRIES;
};

const codeOf = (error: { readonly code?: number | string | undefined }): string | null =>
  error.code === undefined ? null : String(error.code);

/** System calls that come before any byte of a request is sent. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);

/** True where there provably was no connection that the request could have gone over. */
const neverLeft = (error: unknown): boolean => {
  const { cause } = error as { readonly cause?: unknown };
  // One for each address that was tried.
  const attempts = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
  return attempts.every((attempt) =>
    BEFORE_SENDING.has((attempt as { readonly syscall?: unknown } | undefined)?.syscall),
  );
};

/** What a failed request says about the text. Reads codes only: the error itself holds credentials, number and words. */
const outcomeOf = (error: unknown): HandOver => {
  if (error instanceof twilio.RestException) {
    const code = codeOf(error);
    const pace = paceOfRefusal(code) ?? (error.status === 429 ? 'soon' : null);
    if (pace !== null) return { kind: 'not_processed', providerCode: code, retryAfterSeconds: null, pace };
    // A server error may have sent the text (https://www.twilio.com/docs/api/errors/20500).
    if (error.status >= 500) return { kind: 'unknown', cause: 'server_error' };
    return { kind: 'refused', reason: reasonOf(code), providerCode: code, remedy: remedyOf(code) };
  }
  const code = (error as { readonly code?: unknown } | null)?.code;
  if (neverLeft(error)) return { kind: 'unreachable' };
  return {
    kind: 'unknown',
    cause: code === 'ECONNABORTED' || code === 'ETIMEDOUT' ? 'timeout' : 'connection_lost',
  };
};

/** Hands texts to Twilio. One request per call, never a second one. */
export class TwilioSender implements TextSender {
  constructor(
    private readonly client: twilio.Twilio,
    private readonly publicUrl: URL,
  ) {}

  send(text: OutgoingText): Promise<HandOver> {
    return askingProvider('send text', async (span) => {
      const outcome = await this.handOver(text);
      span.setAttribute('keyholder.outcome', outcome.kind);
      return outcome;
    });
  }

  private async handOver(text: OutgoingText): Promise<HandOver> {
    try {
      const message = await this.client.messages.create({
        to: text.to,
        body: text.body,
        ...(text.sender.kind === 'number'
          ? { from: text.sender.e164 }
          : { messagingServiceSid: text.sender.sid }),
        statusCallback: statusCallbackUrl(this.publicUrl, text.attemptId, text.companyId),
        validityPeriod: VALIDITY_SECONDS,
      });
      // An answer that cannot be read tells nothing about the text.
      return typeof message.sid === 'string' && message.sid !== ''
        ? { kind: 'accepted', providerId: message.sid }
        : { kind: 'unknown', cause: 'server_error' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}
