/** What a clock is called by the people who live by it. */

import type { CustomerProfile } from '#contract/customers.ts';
import type { DecisionBody } from '#contract/decision.ts';
import type { Session } from '#contract/session.ts';

/** The names the tz database writes without their accents, as far as Brazil goes. */
const ACCENTED: Readonly<Record<string, string>> = {
  Araguaina: 'Araguaína',
  Belem: 'Belém',
  Cuiaba: 'Cuiabá',
  Eirunepe: 'Eirunepé',
  Maceio: 'Maceió',
  Noronha: 'Fernando de Noronha',
  Santarem: 'Santarém',
  Sao_Paulo: 'São Paulo',
};

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

/** "America/Sao_Paulo" → "São Paulo". */
export function cityOfZone(zone: string): string {
  const name = zone.split('/').at(-1) ?? zone;
  return ACCENTED[name] ?? name.replaceAll('_', ' ');
}
