/** Shows how far an import, or its undo, is; screen readers hear every quarter. */
import { useEffect, useRef } from 'react';
import { Card } from '#web/ui/layout/frame.tsx';
import { announce } from '#web/ui/notices/live-region.tsx';
import styles from './import.module.css';
import type { Import } from './import-api.ts';
import { useImportWords } from './import-words.ts';

const SAID_EVERY = 25;

export function ImportProgress({ shown }: { readonly shown: Import }) {
  const t = useImportWords();
  const { progress, undoing } = shown;
  const percent = progress === null ? null : Math.floor((100 * progress.done) / progress.total);
  const said = useRef(-1);
  const step = percent === null ? -1 : Math.floor(percent / SAID_EVERY);
  useEffect(() => {
    if (percent === null || step === said.current) return;
    said.current = step;
    announce(t.progress(percent));
  }, [percent, step, t]);
  return (
    <Card>
      <div className={styles.stack}>
        <h2 id="import-progress" tabIndex={-1}>
          {undoing ? t.undoing : t.applying}
        </h2>
        <progress className={styles.bar} aria-labelledby="import-progress" max={100} value={percent ?? undefined} />
        <p>{percent === null ? t.preparing : t.progress(percent)}</p>
        <p className={styles.soft}>{t.mayLeave}</p>
      </div>
    </Card>
  );
}
