/** The way back, in the head of a screen; on a desk the list stands beside, and the way is not needed. */
import { Link } from '#web/address.tsx';
import { BackIcon } from '#web/ui/icons.tsx';
import { LIST_PATHS, type ListName } from './place.ts';
import styles from './seller.module.css';
import { useWords } from './words.ts';

export function BackLink({ href, place }: { readonly href: string; readonly place: string }) {
  const t = useWords();
  return (
    <Link href={href} className={styles.back} aria-label={t.app.backTo(place)}>
      <BackIcon size={22} />
    </Link>
  );
}

/** Back to the list that a screen was opened from. */
export function BackToList({ list }: { readonly list: ListName }) {
  const t = useWords();
  return <BackLink href={LIST_PATHS[list]} place={t.app[list]} />;
}
