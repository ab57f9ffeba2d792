/** Says before the send that the seller already holds a message for this customer, and that a new message ends that hold. */

import type { CustomerProfile } from '#contract/customers/customers.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import styles from './compose.module.css';

export function ReplacedHold({ profile }: { readonly profile: CustomerProfile }) {
  const h = useHoldWords();
  const say = useTimeText();
  const { person } = useShop();
  const held = profile.held.find(({ sellerId }) => sellerId === person.id);
  if (held === undefined) return null;
  return (
    <p className={styles.note}>
      {held.state === 'ready' ? h.profile.replacesReady : h.profile.replaces(say.when(instantOf(held.heldUntil)))}{' '}
      <Link className={styles.link} href={holdPath(held.attemptId)}>
        {h.leave.see}
      </Link>
    </p>
  );
}
