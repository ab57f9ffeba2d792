/** The right pane of a desk while nothing is opened: the first entry of *Hoje*, else a sentence that says what the pane is for. */

import { useSuggestions } from '#web/campaigns/suggestions.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import styles from '#web/shell/seller.module.css';
import type { ListName, Place } from '#web/shell/seller-routes.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { EmptyState } from '#web/ui/notices/states.tsx';
import { Preview } from './detail.tsx';

/** Shows the first entry of *Hoje*, ready holds before suggestions. Other lists show what the pane is for. */
export function DeskPane({ list }: { readonly list: ListName }) {
  const first = useFirstOfDay();
  if (list !== 'today' || first === null) return <EmptyPane list={list} />;
  return <Preview key={first.id} place={first} list="today" />;
}

function useFirstOfDay(): Place | null {
  const { person } = useShop();
  const [ready] = useHolds('ready').data?.items ?? [];
  const free = useSuggestions().items?.find(({ held }) => held?.sellerId !== person.id);
  if (ready !== undefined) return { screen: 'hold', list: 'today', id: ready.attempt.id };
  return free === undefined ? null : { screen: 'suggestion', list: 'today', id: free.id };
}

/** The pane without an entry: a sentence that says what appears here. */
function EmptyPane({ list }: { readonly list: ListName }) {
  const words = useContactWords().beside[list];
  return (
    <div className={styles.resting}>
      <EmptyState icon={<ChatIcon size={26} />} title={words.pick}>
        {words.pickMore}
      </EmptyState>
    </div>
  );
}
