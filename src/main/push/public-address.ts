/** Addresses that others gave us and that we are to write to: only such as lie on the open internet, never in our own house. */
import { lookup as ask } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** True for an address of a machine that anybody can reach; false for all others, names included. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !PRIVATE.check(address, 'ipv4');
  return version === 6 && GLOBAL.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
}

export function isLoopback(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 4 ? 'ipv4' : 'ipv6');
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

/** IANA's special-purpose registries: what is not globally reachable, and what could lead back in (6to4, NAT64, Teredo). */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');

/** All that is given out of IPv6. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
