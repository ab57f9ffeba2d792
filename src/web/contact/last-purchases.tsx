/** Shows the customer's last purchases, which help to write the message. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './compose.module.css';

const SHOWN = 3;

export function LastPurchases({ profile }: { readonly profile: CustomerProfile | undefined }) {
  const c = useContactWords();
  const say = useTimeText();
  if (!profile || profile.purchases.length === 0) return null;
  return (
    <Card>
      <h2>{c.profile.purchases}</h2>
      <ul className={styles.bought}>
        {profile.purchases.slice(0, SHOWN).map(({ boughtOn, items, totalCents }) => (
          <li key={`${boughtOn} ${items} ${totalCents}`}>
            <span>{items}</span>
            <span className={styles.soft}>{say.day(boughtOn)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
