/** Lists the people of the store, for managers who pass a hold on. */

import { useHolds } from '#web/shell/holds/use-holds.ts';
import { useShop } from '#web/shell/shop-context.tsx';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Returns the people whom the server told this device, and every seller with a hold; by name. */
export function useTeam(): readonly Colleague[] {
  const { session, person } = useShop();
  const waiting = useHolds('waiting', 'store').data?.items ?? [];
  const ready = useHolds('ready', 'store').data?.items ?? [];
  const known = [...(session.people ?? [person]), ...[...waiting, ...ready].map(({ seller }) => seller)];
  const byId = new Map(known.map(({ id, name }) => [id, { id, name }]));
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
