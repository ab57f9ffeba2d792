/** The right half of a desk while nothing is open: the first one of the day, else what the pane is for. */
import { ChatIcon } from '#web/ui/icons.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useContactWords } from './contact-words.ts';
import { Preview } from './detail.tsx';
import { useHolds } from './holds/use-holds.ts';
import type { ListName, Place } from './place.ts';
import styles from './seller.module.css';
import { useShop } from './shop.tsx';
import { useSuggestions } from './today/suggestions.ts';

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
