/** Para enviar agora: what was kept for later and whose time has come. */
import type { HoldBody } from '#web/api/wire.ts';
import { List } from '#web/ui/list.tsx';
import { HoldItem } from './hold-item.tsx';
import { useHoldWords } from './hold-words.ts';
import styles from './holds.module.css';
import { sharedSentence } from './shared-sentence.ts';

export interface ReadyNowProps {
  readonly holds: readonly HoldBody[];
  /** There are others than these. */
  readonly more: boolean;
  readonly currentId: string;
}

export function ReadyNow({ holds, more, currentId }: ReadyNowProps) {
  const h = useHoldWords();
  const shared = sharedSentence(holds);
  return (
    <section className={styles.section} aria-labelledby="ready-now">
      <h2 id="ready-now">
        {h.list.ready} · {holds.length}
        {more && '+'}
      </h2>
      {shared !== null && <p className={styles.shared}>{shared}</p>}
      <List label={h.list.ready}>
        {holds.map((hold) => (
          <HoldItem key={hold.attempt.id} hold={hold} current={hold.attempt.id === currentId} shared={shared} plain />
        ))}
      </List>
    </section>
  );
}
