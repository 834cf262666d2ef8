import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** What kind of address it is: of this machine, of the public internet, or none that may be called. */
const kindOf = (address: string): 'loopback' | 'public' | 'other' => {
  if (!ipaddr.isValid(address)) return 'other';
  // An IPv4 address in IPv6's clothes is judged as what it is.
  const real = ipaddr.process(address);
  const range = real.range();
  if (range === 'loopback') return 'loopback';
  if (range !== 'unicast') return 'other';
  return real.kind() === 'ipv4' || (real as ipaddr.IPv6).match(GLOBAL_IPV6) ? 'public' : 'other';
};

/** Whoever names an address must not make this server call into a network. */
export const mayCall = (address: string, loopbackAllowed: boolean): boolean => {
  const kind = kindOf(address);
  return kind === 'public' || (kind === 'loopback' && loopbackAllowed);
};

/** The error of a name that leads into a network. */
export class PrivateAddress extends Error {}

/** How a name becomes addresses; exchanged in tests. */
export type Resolve = (
  host: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const RESOLVE: Resolve = (host, done) => {
  lookup(host, { all: true }, done);
};

/**
 * A `lookup` for connections that refuses a name of which any address may not be called. The connection is made to the
 * very addresses that were checked: a name that leads elsewhere a moment later changes nothing.
 */
export const checkedLookup =
  (loopbackAllowed: boolean, resolve: Resolve = RESOLVE): LookupFunction =>
  (host, options, done) => {
    resolve(host, (error, addresses) => {
      // With an error there is no list.
      if (error !== null) return done(error, '');
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayCall(address, loopbackAllowed)))
        return done(new PrivateAddress('This name leads into a network.'), '');
      return options.all === true ? done(null, [...addresses]) : done(null, first.address, first.family);
    });
  };
