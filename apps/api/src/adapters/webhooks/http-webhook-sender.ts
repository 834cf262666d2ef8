import { isIP } from 'node:net';
import type { Attempt } from '@keyholder/domain/events/webhook-repository';
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { WebhookSender, type WebhookMessage } from '../../ports/webhooks.ts';
import { checkedLookup, mayCall, PrivateAddress, type Resolve } from '../public-addresses.ts';

/** Whoever takes an event says so at once and works later. */
const TIMEOUT_MS = 10_000;

const failed = (status: number | null, cause: string): Attempt => ({ kind: 'failed', status, cause });

/** Errors of a connection, in words for whoever set the endpoint up. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name leads to no address.',
  EAI_AGAIN: 'The name could not be looked up.',
  ECONNREFUSED: 'Nothing listens there.',
  ECONNRESET: 'The connection was cut.',
  UND_ERR_SOCKET: 'The connection was cut.',
  UND_ERR_CONNECT_TIMEOUT: 'No connection in time.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate lacks the chain that it is signed by.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
};

const INSIDE_A_NETWORK = 'The address is inside a network.';

const causeOf = (error: unknown): string => {
  if (error instanceof PrivateAddress) return INSIDE_A_NETWORK;
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  if (name === 'TimeoutError') return `No answer within ${TIMEOUT_MS / 1_000} seconds.`;
  return WORDS[String(code)] ?? 'The request failed.';
};

/** Over HTTP, by connections that are made to checked addresses only. */
export class HttpWebhookSender extends WebhookSender {
  private readonly agent: Agent;

  /** @param loopbackAllowed whether this machine itself may be called */
  constructor(
    private readonly loopbackAllowed: boolean,
    resolve?: Resolve,
  ) {
    super();
    this.agent = new Agent({
      connect: { lookup: checkedLookup(loopbackAllowed, resolve), timeout: TIMEOUT_MS },
      connections: 8,
      pipelining: 1,
    });
  }

  override async send(
    url: string,
    { id, body }: WebhookMessage,
    secrets: readonly string[],
    at: Date,
  ): Promise<Attempt> {
    const host = new URL(url).hostname.replace(/^\[|\]$/gu, '');
    // No name, so none is looked up.
    if (isIP(host) !== 0 && !mayCall(host, this.loopbackAllowed)) return failed(null, INSIDE_A_NETWORK);
    try {
      const { statusCode: status, body: answer } = await request(url, {
        method: 'POST',
        dispatcher: this.agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Keyholder-Webhooks/1',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
        },
        body,
      });
      // What it says is of no interest, and may be endless.
      await answer.dump({ limit: 16_384 });
      if (status >= 200 && status < 300) return { kind: 'taken', status };
      return failed(
        status,
        status >= 300 && status < 400
          ? 'It answered with a redirect, which is not followed.'
          : `It answered ${status}.`,
      );
    } catch (error) {
      return failed(null, causeOf(error));
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
