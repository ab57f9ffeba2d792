/** What happened to a message while nobody looked: moved, passed on, ended. Each is told until it was seen. */
import { sayHoldSeen } from '#web/api/holds.ts';
import { keys } from '#web/api/keys.ts';
import { reads } from '#web/api/use-read.ts';
import type { HoldBody } from '#web/api/wire.ts';
import { useWords } from '#web/seller/words.ts';
import { Band } from '#web/ui/band.tsx';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { ClockIcon } from '#web/ui/icons.tsx';
import { VisuallyHidden } from '#web/ui/spoken.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { holdPath } from './hold-path.ts';
import { useHoldText } from './hold-text.ts';
import { useHoldWords } from './hold-words.ts';
import styles from './holds.module.css';
import { mayReturn, useChanges } from './use-changes.ts';

/** More than a few at once is a chore: the rest come as these are read. */
const SHOWN = 3;

export function HoldNews({ news }: { readonly news: readonly HoldBody[] }) {
  const h = useHoldWords();
  return (
    <section className={styles.section} aria-label={h.news.title}>
      {news.slice(0, SHOWN).map((hold) => (
        <News key={hold.attempt.id} hold={hold} />
      ))}
    </section>
  );
}

function News({ hold }: { readonly hold: HoldBody }) {
  const t = useWords();
  const h = useHoldWords();
  const text = useHoldText();
  const { restore } = useChanges(hold);
  const { id } = hold.attempt;
  const seen = async () => {
    const answer = await sayHoldSeen(id);
    if (answer.kind === 'lost') showToast({ text: t.app.unsaid, tone: 'warn' });
    await reads.invalidate(keys.holds);
  };
  const again = async () => {
    await sayHoldSeen(id);
    await restore();
  };
  return (
    <Band
      tone="hush"
      picture={<ClockIcon size={24} />}
      title={hold.customer.name}
      action={
        <>
          {mayReturn(hold) && <Button onClick={() => void again()}>{h.news.again}</Button>}
          {hold.ended === null && <ButtonLink href={holdPath(id)}>{h.leave.see}</ButtonLink>}
          <Button tone="text" onClick={() => void seen()}>
            {h.news.ok}
            <VisuallyHidden>{h.news.okFor(hold.customer.name)}</VisuallyHidden>
          </Button>
        </>
      }
    >
      {text.news(hold)}
    </Band>
  );
}
