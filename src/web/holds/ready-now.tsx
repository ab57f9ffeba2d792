/** The part "Para enviar agora": held messages whose minute has come. */
import { useEffect } from 'react';
import { endRun, startRun } from '#web/contact/handoff/send-run.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { List } from '#web/ui/layout/list.tsx';
import { HoldItem } from './hold-item.tsx';
import { sharedSentence } from './shared-sentence.ts';

export interface ReadyNowProps {
  readonly holds: readonly HoldBody[];
  /** There are more messages than the ones listed. */
  readonly more: boolean;
  readonly currentId: string;
}

export function ReadyNow({ holds, more, currentId }: ReadyNowProps) {
  const h = useHoldWords();
  const { person } = useShop();
  const [path, navigate] = useLocation();
  const [first] = holds;
  // A seller who is back at the list has left the run.
  useEffect(() => {
    if (path === '/') endRun();
  }, [path]);
  const shared = sharedSentence(holds);
  return (
    <section className={styles.section} aria-labelledby="ready-now">
      <div className={styles.headed}>
        <h2 id="ready-now">
          {h.list.ready} · {holds.length}
          {more && '+'}
        </h2>
        {holds.length > 1 && first !== undefined && (
          <Button
            tone="text"
            onClick={() => {
              startRun(
                person.id,
                holds.map(({ attempt }) => attempt.id),
              );
              navigate(holdPath(first.attempt.id));
            }}
          >
            {h.run.start}
          </Button>
        )}
      </div>
      <List label={h.list.ready}>
        {holds.map((hold) => (
          <HoldItem key={hold.attempt.id} hold={hold} current={hold.attempt.id === currentId} shared={shared} plain />
        ))}
      </List>
      {/* The shared sentence is below the list: above it, the list would begin too low on a phone. */}
      {shared !== null && <p className={styles.shared}>{shared}</p>}
    </section>
  );
}
