/** Shows what a store of a list still lacks; nothing for a store that is ready. */
import { Tag } from '#web/ui/forms/chip.tsx';
import type { StoreLine } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export function StoreTags({ store }: { readonly store: StoreLine }) {
  const t = useStoresWords();
  if (store.closedAt !== null) return <Tag>{t.closed}</Tag>;
  return (
    <>
      {!store.hasHours && <Tag tone="warn">{t.noHours}</Tag>}{' '}
      {store.signIn !== 'active' && <Tag tone="warn">{t.signInStates[store.signIn]}</Tag>}
    </>
  );
}
