/** Whether the own store is quiet now, and until when or from when on. */
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './panorama.module.css';
import { usePanoramaWords } from './panorama-words.ts';

export function StoreSilence() {
  const t = usePanoramaWords();
  const say = useTimeText();
  const { hours } = useShop();
  const { quietNow, quietUntil, nextQuietAt, sentence } = hours;
  const changesAt = instantOf(quietNow ? quietUntil : nextQuietAt);
  if (!hours.active || changesAt === null) return null;
  return (
    <Card>
      <p>{(quietNow ? t.quietUntil : t.quietFrom)(say.when(changesAt))}</p>
      {sentence && <p className={styles.soft}>{sentence}</p>}
    </Card>
  );
}
