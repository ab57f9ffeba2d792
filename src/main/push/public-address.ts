/** Checks the addresses of push services, which browsers send to us: only public addresses are allowed, none of our own network. */
import { lookup as ask } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Tells whether `text` is an IP address on the public internet; false for a name. */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GIVEN_OUT));
}

/** Tells whether `text` is an IP address of this machine, such as 127.0.0.1 or ::1; false for a name. */
export function isLoopback(text: string): boolean {
  return isIP(text) !== 0 && ipaddr.process(text).range() === 'loopback';
}

/** Returns a URL's host as an address or a name, without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/**
 * Returns a DNS look-up for one connection. The connection uses exactly the addresses that were checked, so that a name which
 * resolves differently a moment later reaches nothing. Fails with `NotAllowed` if `allows` refuses any of the addresses.
 */
export function lookupAmong(allows: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    ask(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const stray = addresses.find(({ address }) => !allows(address));
      const [first] = addresses;
      if (stray || !first) return done(new NotAllowed(hostname), '', 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

/** A name resolves to an address to which nothing may be sent. */
export class NotAllowed extends Error {
  constructor(hostname: string) {
    super(`${hostname} is no public address`);
    this.name = 'NotAllowed';
  }
}

/** The assigned part of IPv6: the library calls unassigned addresses `unicast`, too. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
