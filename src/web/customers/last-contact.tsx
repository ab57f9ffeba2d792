/** Shows the last contact, as "último contato há 179 dias", on one line of a narrow card. */
import { instantOf } from '#web/shell/quiet/silence.ts';
import styles from '#web/shell/seller.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';

/** `at` is an RFC 3339 time; null: there was no contact yet. */
export function LastContact({ at }: { readonly at: string | null }) {
  const t = useWords();
  const say = useTimeText();
  return (
    <span className={styles.unbroken}>
      {at === null ? t.today.noContact : t.today.lastContact(say.ago(instantOf(at)))}
    </span>
  );
}
