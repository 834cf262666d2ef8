import { createHmac, randomBytes } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { deriveKey } from '../../derive-key.ts';
import { LinkHosts } from '../../ports/link-hosts.ts';

const TIMEOUT_MS = 5_000;
const ANSWER_MAX = 200;

/** Addresses inside a network: whoever names a domain must not make this server ask there. */
const INSIDE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) INSIDE.addSubnet(network, bits, 'ipv4'); // prettier-ignore
for (const [network, bits] of [
  ['::', 128], ['::1', 128], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8],
] as const) INSIDE.addSubnet(network, bits, 'ipv6'); // prettier-ignore

const isInside = (address: string): boolean => INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** How the question is put; exchanged in tests. */
export interface Asking {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly fetch: typeof fetch;
}

const ASKING: Asking = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  fetch,
};

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
    const reason = await this.fault(origin);
    return reason === null ? { kind: 'points_here', at: now } : { kind: 'fails', at: now, reason };
  }

  /** Why the host does not lead here; null where it does. */
  private async fault(origin: string): Promise<string | null> {
    const { hostname, protocol } = new URL(origin);
    if (protocol !== 'https:') return 'It is not on https.';
    const addresses = await this.asking.resolve(hostname).catch(() => []);
    if (addresses.length === 0) return `The name ${hostname} leads to no address: set its DNS entry.`;
    if (addresses.some(isInside)) return `${hostname} leads into a private network.`;
    const challenge = randomBytes(16).toString('hex');
    let answer: Response;
    try {
      answer = await this.asking.fetch(`${origin}/api/welcome/host-check?challenge=${challenge}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch {
      return 'It does not answer over https with a valid certificate.';
    }
    const text = answer.status === 200 ? (await answer.text()).slice(0, ANSWER_MAX) : '';
    if (text.includes(this.answer(challenge))) return null;
    return `It answers ${answer.status} to /api/welcome/host-check, and not as this installation does: its host must forward /api/welcome/*.`;
  }
}
