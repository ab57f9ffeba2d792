/** "último contato há 179 dias": kept on one line of a narrow card. */
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import styles from './seller.module.css';

/** `at` is RFC 3339; null: there was no contact yet. */
export function LastContact({ at }: { readonly at: string | null }) {
  const t = useWords();
  const say = useSay();
  return (
    <span className={styles.unbroken}>
      {at === null ? t.today.noContact : t.today.lastContact(say.ago(instantOf(at)))}
    </span>
  );
}
