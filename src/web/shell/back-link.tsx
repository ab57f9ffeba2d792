/** The link back, in the heading of a screen; it is hidden on a desk, where the list is beside the screen. */

import { BackIcon } from '#web/ui/icons/icons.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import styles from './seller.module.css';
import { LIST_PATHS, type ListName } from './seller-routes.ts';
import { useWords } from './seller-words.ts';

export function BackLink({ href, place }: { readonly href: string; readonly place: string }) {
  const t = useWords();
  return (
    <Link href={href} className={styles.back} aria-label={t.app.backTo(place)}>
      <BackIcon size={22} />
    </Link>
  );
}

/** Links back to the list from which a screen was opened. */
export function BackToList({ list }: { readonly list: ListName }) {
  const t = useWords();
  return <BackLink href={LIST_PATHS[list]} place={t.app[list]} />;
}
