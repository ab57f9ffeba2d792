/** The page of the own store, for a store manager. */
import { NotHere } from '#web/shell/not-found.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { StorePage } from './store-page.tsx';
import { useStoresWords } from './stores-words.ts';

export function OwnStorePage() {
  const t = useStoresWords();
  const { session, person } = useShop();
  if (person.role !== 'store_manager' || session.store === null) return <NotHere href="/" label={t.toStart} />;
  return <StorePage id={session.store.id} back={{ href: '/', label: t.toStart }} mayClose={false} />;
}
