/** Whose city a decision speaks of. */

import type { CustomerProfile } from '#contract/customers.ts';
import type { DecisionBody } from '#contract/decision.ts';
import type { Session } from '#contract/session.ts';
import { cityOfZone } from '#words/zone-city.ts';

/** The city whose clock a decision was read from: the store's, the customer's own, else the one the zone is named after. */
export function cityOf(
  quiet: NonNullable<DecisionBody['quiet']>,
  store: Session['store'],
  profile: CustomerProfile | undefined,
): string {
  if (store !== null && quiet.clock === 'store') return store.city;
  if (quiet.clock === 'customer' && profile?.city) return profile.city;
  return quiet.zone === null ? (store?.city ?? '') : cityOfZone(quiet.zone);
}
