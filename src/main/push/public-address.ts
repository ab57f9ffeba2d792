/** Addresses that others gave us and that we are to write to: only such as lie on the open internet, never in our own network. */
import { lookup as ask } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** True for an address of a machine that anybody can reach; false for all others, names included. */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GIVEN_OUT));
}

export function isLoopback(text: string): boolean {
  return isIP(text) !== 0 && ipaddr.process(text).range() === 'loopback';
}

/** A URL's host as an address or name: without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/**
 * Finds a name's addresses, for a connection that is then made to one of them and to no other: a name that answers
 * differently a moment later reaches nothing. Fails where any of them is one that `allows` refuses.
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

/** The name leads to an address that is not to be written to. */
export class NotAllowed extends Error {
  constructor(hostname: string) {
    super(`${hostname} is no public address`);
    this.name = 'NotAllowed';
  }
}

/** All that is given out of IPv6: the library calls unassigned addresses `unicast`, too. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');
