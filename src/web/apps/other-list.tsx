/** The lists of the seller's app besides Hoje: the portfolio, the held contacts and the attempts. */

import type { CustomerFilter } from '#web/shell/api/customers.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import type { ListName, Place } from '#web/shell/seller-routes.ts';

const PortfolioScreen = lazyScreen(async () => (await import('#web/customers/portfolio-screen.tsx')).PortfolioScreen);
const HoldsScreen = lazyScreen(async () => (await import('#web/holds/holds-screen.tsx')).HoldsScreen);
const AttemptsScreen = lazyScreen(async () => (await import('#web/record/attempts-screen.tsx')).AttemptsScreen);

export interface OpenListProps {
  readonly list: ListName;
  readonly place: Place;
  readonly filter: CustomerFilter;
  readonly onFilter: (filter: CustomerFilter) => void;
}

export function OtherList({ list, place, filter, onFilter }: OpenListProps) {
  if (list === 'portfolio') return <PortfolioScreen filter={filter} onFilter={onFilter} currentId={place.id} />;
  if (list === 'attempts') return <AttemptsScreen currentId={place.screen === 'attempt' ? place.id : null} />;
  return <HoldsScreen currentId={place.id} />;
}
