/** The bar over a message of a run: the position, a button to the next message, and a button that ends the run. */
import { useEffect } from 'react';
import { endRun, type Run } from '#web/contact/handoff/send-run.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { announce } from '#web/ui/notices/live-region.tsx';
import styles from './run-bar.module.css';

export interface RunBarProps {
  readonly run: Run;
  readonly name: string;
  /** The message is done: the screen's main button, below, leads to the next. */
  readonly isEnded: boolean;
}

export function RunBar({ run, name, isEnded }: RunBarProps) {
  const h = useHoldWords();
  const [, navigate] = useLocation();
  const { place, total, next } = run;
  const position = h.run.place(place, total);
  // The focus goes to the message's heading, so that the position in the run is announced separately.
  useEffect(() => {
    if (name !== '') announce(`${position}: ${name}`);
  }, [position, name]);
  const stop = () => {
    endRun();
    navigate('/');
  };
  return (
    <section className={styles.bar} aria-label={h.run.label}>
      <progress className={styles.progress} value={place} max={total} aria-label={position} />
      <strong className={styles.place}>{position}</strong>
      <span className={styles.ways}>
        {next !== null && !isEnded && (
          <Button tone="text" onClick={() => navigate(next)}>
            {h.run.next}
          </Button>
        )}
        <Button tone="text" onClick={stop}>
          {h.run.stop}
        </Button>
      </span>
    </section>
  );
}
