import { isIP } from 'node:net';
import type { DeliveryCause } from '@keyholder/domain/events/delivery-cause';
import type { Attempt } from '@keyholder/domain/events/webhook-repository';
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { WebhookSender, type WebhookMessage } from '../../ports/webhooks.ts';
import { checkedLookup, mayCall, PrivateAddress, type Resolve } from '../public-addresses.ts';

/** Whoever takes an event says so at once and works later; `no_answer` says how long it was given. */
const TIMEOUT_MS = 10_000;

const failed = (status: number | null, cause: DeliveryCause): Attempt => ({ kind: 'failed', status, cause });

/** What the errors of a connection mean. */
const CAUSES: Readonly<Record<string, DeliveryCause>> = {
  ENOTFOUND: 'no_address',
  EAI_AGAIN: 'lookup_failed',
  ECONNREFUSED: 'nothing_listens',
  ECONNRESET: 'connection_cut',
  UND_ERR_SOCKET: 'connection_cut',
  UND_ERR_CONNECT_TIMEOUT: 'no_connection',
  CERT_HAS_EXPIRED: 'certificate_expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate_self_signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate_chain',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate_name',
};

const causeOf = (error: unknown): DeliveryCause => {
  if (error instanceof PrivateAddress) return 'inside_a_network';
  const { name, code } = error as { readonly name?: unknown; readonly code?: unknown };
  if (name === 'TimeoutError') return 'no_answer';
  return CAUSES[String(code)] ?? 'failed';
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
    if (isIP(host) !== 0 && !mayCall(host, this.loopbackAllowed)) return failed(null, 'inside_a_network');
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
      return failed(status, status >= 300 && status < 400 ? 'redirect' : 'answered');
    } catch (error) {
      return failed(null, causeOf(error));
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
