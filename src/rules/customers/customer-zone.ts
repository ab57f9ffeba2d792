/** Where a customer is, as far as anybody knows: what they said, their address, their number, in this order (C2). */

import type { ZoneSource } from '#rules/contact/decision-context.ts';
import { zonesOfNumber } from '#rules/time/zones/area-codes.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';

/** What is known of a customer; null or empty where it is not. */
export interface Whereabouts {
  /** A zone name, as the customer told it. */
  readonly toldZone: string | null;
  readonly city: string | null;
  /** A Brazilian state; other addresses tell nothing, and the number decides. */
  readonly state: string | null;
  /** E.164. */
  readonly phone: string | null;
}

/** The customer's candidate zones, the one of most inhabitants first; none where only the store's is left (C2, C5). */
export function zonesOfCustomer(customer: Whereabouts): {
  readonly zones: readonly string[];
  readonly from: ZoneSource | null;
} {
  if (customer.toldZone) return { zones: [customer.toldZone], from: 'told' };
  const address = zoneOfCity(customer.city, customer.state);
  if (address !== null) return { zones: 'zone' in address ? [address.zone] : address.ambiguous, from: 'address' };
  const number = customer.phone === null ? null : zonesOfNumber(customer.phone);
  return number ?? { zones: [], from: null };
}
