/** Names the city whose clock a decision was read from. */

import type { DecisionBody } from '#contract/contact/decision.ts';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { Session } from '#contract/sign-in/session.ts';
import { cityOfZone } from '#words/core/zone-city.ts';

/** Returns the store's city, the customer's own, else the city that the zone is named after. */
export function cityOf(
  quiet: NonNullable<DecisionBody['quiet']>,
  store: Session['store'],
  profile: CustomerProfile | undefined,
): string {
  if (store !== null && quiet.clock === 'store') return store.city;
  if (quiet.clock === 'customer' && profile?.city) return profile.city;
  return quiet.zone === null ? (store?.city ?? '') : cityOfZone(quiet.zone);
}
