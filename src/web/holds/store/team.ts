/** Who works in the store, for those who may pass a message on. */

import { useHolds } from '#web/shell/holds/use-holds.ts';
import { useShop } from '#web/shell/shop.tsx';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** As this device was told, and whoever has something waiting; by name. */
export function useTeam(): readonly Colleague[] {
  const { session, person } = useShop();
  const waiting = useHolds('waiting', 'store').data?.items ?? [];
  const ready = useHolds('ready', 'store').data?.items ?? [];
  const known = [...(session.people ?? [person]), ...[...waiting, ...ready].map(({ seller }) => seller)];
  const byId = new Map(known.map(({ id, name }) => [id, { id, name }]));
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
