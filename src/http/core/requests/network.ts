/** Where a request comes from, as far as tries are counted by it. */
import ipaddr from 'ipaddr.js';

/** An IPv4 address as it is; of an IPv6 one the first 64 bits, which are one customer's of a provider. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
