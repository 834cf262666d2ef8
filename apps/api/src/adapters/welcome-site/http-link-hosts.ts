import { createHmac, randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import type { LinkHostCheck, LinkHostFault } from '@keyholder/domain/branding/preflight';
import { Agent, fetch } from 'undici';
import { deriveKey } from '../../derive-key.ts';
import { LinkHosts } from '../../ports/link-hosts.ts';
import { checkedLookup, mayCall } from '../public-addresses.ts';

const TIMEOUT_MS = 5_000;
const ANSWER_MAX = 200;

/** How the question is put; exchanged in tests. */
export interface Asking {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly fetch: (
    url: string,
    init: { readonly redirect: 'manual'; readonly signal: AbortSignal },
  ) => Promise<Pick<Response, 'status' | 'text'>>;
}

/** Connections are made to addresses that were checked: a name may lead elsewhere a moment after it was looked at. */
const checked = new Agent({ connect: { lookup: checkedLookup(false), timeout: TIMEOUT_MS } });

const ASKING: Asking = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  fetch: (url, init) => fetch(url, { ...init, dispatcher: checked }),
};

type Fault = Pick<Extract<LinkHostCheck, { readonly kind: 'fails' }>, 'reason' | 'status'>;
const fault = (reason: LinkHostFault, status: number | null = null): Fault => ({ reason, status });

/** Asks over https; the answer is a keyed hash that only this installation can give. */
export class HttpLinkHosts extends LinkHosts {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly asking: Asking = ASKING,
  ) {
    super();
    this.key = deriveKey(secret, 'link-host:1');
  }

  override answer(challenge: string): string {
    return createHmac('sha256', this.key).update(challenge).digest('base64url');
  }

  override async check(origin: string, now: Date): ReturnType<LinkHosts['check']> {
    const found = await this.fault(origin);
    return found === null ? { kind: 'points_here', at: now } : { kind: 'fails', at: now, ...found };
  }

  /** Why the host does not lead here; null where it does. */
  private async fault(origin: string): Promise<Fault | null> {
    const { hostname, protocol } = new URL(origin);
    if (protocol !== 'https:') return fault('not_https');
    const addresses = await this.asking.resolve(hostname).catch(() => []);
    if (addresses.length === 0) return fault('no_address');
    if (!addresses.every((address) => mayCall(address, false))) return fault('inside_a_network');
    const challenge = randomBytes(16).toString('hex');
    let answer: Awaited<ReturnType<Asking['fetch']>>;
    try {
      answer = await this.asking.fetch(`${origin}/api/welcome/host-check?challenge=${challenge}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch {
      return fault('no_answer');
    }
    const text = answer.status === 200 ? (await answer.text()).slice(0, ANSWER_MAX) : '';
    if (text.includes(this.answer(challenge))) return null;
    return fault('other_answer', answer.status);
  }
}
