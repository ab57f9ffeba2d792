/** Finds a customer's zones from what the customer said, the address or the number, in this order (C2). */

import type { ZoneSource } from '#rules/contact/decision-context.ts';
import { zonesOfNumber } from '#rules/time/zones/area-codes.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';

/** A customer's location, as far as it is known; null or empty: not known. */
export interface CustomerLocation {
  /** A zone name that the customer stated. */
  readonly toldZone: string | null;
  readonly city: string | null;
  /** A Brazilian state. Other addresses give no zone, and the number decides. */
  readonly state: string | null;
  /** E.164. */
  readonly phone: string | null;
}

/**
 * Returns the customer's candidate zones, the one with the most inhabitants first; none: only the store's zone counts
 * (C2, C5).
 */
export function zonesOfCustomer(customer: CustomerLocation): {
  readonly zones: readonly string[];
  readonly from: ZoneSource | null;
} {
  if (customer.toldZone) return { zones: [customer.toldZone], from: 'told' };
  const address = zoneOfCity(customer.city, customer.state);
  if (address !== null) return { zones: 'zone' in address ? [address.zone] : address.ambiguous, from: 'address' };
  const number = customer.phone === null ? null : zonesOfNumber(customer.phone);
  return number ?? { zones: [], from: null };
}
