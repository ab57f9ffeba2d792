/** Derives the network of an IP address, by which tries to sign in are counted. */
import ipaddr from 'ipaddr.js';

/** An IPv4 address unchanged; the first 64 bits of an IPv6 address, because a provider gives a /64 to one customer. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
