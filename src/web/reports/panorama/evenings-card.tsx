/** How many evenings the team worked after the silence began, and how many the silence spared. */
import type { Panorama } from '#contract/reports/panorama.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './panorama.module.css';
import { usePanoramaWords } from './panorama-words.ts';

export function EveningsCard({ panorama: { figures } }: { readonly panorama: Panorama }) {
  const t = usePanoramaWords();
  const { eveningsWorked, eveningsSpared } = figures;
  if (eveningsWorked + eveningsSpared === 0) return null;
  return (
    <Card>
      <h2>{t.evenings}</h2>
      <ul className={styles.lines}>
        <li>{t.spared(eveningsSpared)}</li>
        <li>{t.worked(eveningsWorked)}</li>
      </ul>
      <p className={styles.soft}>{t.eveningsMore}</p>
    </Card>
  );
}
