/** The right half of a desk while nothing is open: the first one of the day, else what the pane is for. */

import { useSuggestions } from '#web/campaigns/suggestions.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import styles from '#web/shell/seller.module.css';
import type { ListName, Place } from '#web/shell/seller-routes.ts';
import { useShop } from '#web/shell/shop.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { EmptyState } from '#web/ui/notices/states.tsx';
import { Preview } from './detail.tsx';

/** On a desk the day begins with the first one open: what is ready comes first. Else the pane says what it is for. */
export function Beside({ list }: { readonly list: ListName }) {
  const first = useFirstOfDay();
  if (list !== 'today' || first === null) return <Resting list={list} />;
  return <Preview key={first.id} place={first} list="today" />;
}

function useFirstOfDay(): Place | null {
  const { person } = useShop();
  const [ready] = useHolds('ready').data?.items ?? [];
  const free = useSuggestions().items?.find(({ held }) => held?.sellerId !== person.id);
  if (ready !== undefined) return { screen: 'hold', list: 'today', id: ready.attempt.id };
  return free === undefined ? null : { screen: 'suggestion', list: 'today', id: free.id };
}

/** The right half of a desk while nothing is open. */
function Resting({ list }: { readonly list: ListName }) {
  const words = useContactWords().beside[list];
  return (
    <div className={styles.resting}>
      <EmptyState icon={<ChatIcon size={26} />} title={words.pick}>
        {words.pickMore}
      </EmptyState>
    </div>
  );
}
