/** The same figures by store, or by person of one store. A store opens with its people. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { count } from '#words/core/format.ts';
import type { PanoramaCardProps } from './figures-card.tsx';
import styles from './panorama.module.css';
import type { PanoramaFilter } from './panorama-filter.ts';
import { usePanoramaWords } from './panorama-words.ts';

export interface SharesTableProps extends PanoramaCardProps {
  readonly onChange: (part: Partial<PanoramaFilter>) => void;
}

export function SharesTable({ panorama, onChange }: SharesTableProps) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const byStore = panorama.stores.length > 1;
  const rows = byStore ? panorama.stores : panorama.sellers;
  if (rows.length === 0) return null;
  const title = byStore ? t.byStore : t.byPerson;
  const heads = [t.sentHead, t.putOffHead, t.afterWarningHead, t.workedHead, t.sparedHead];
  return (
    <Card>
      <h2 id="shares">{title}</h2>
      <p className={styles.soft}>{byStore ? t.each : panorama.ranked ? t.byCount : t.byName}</p>
      <div className={styles.wide}>
        <table className={styles.table} aria-labelledby="shares">
          <thead>
            <tr>
              <th scope="col">{byStore ? t.store : t.person}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, figures }) => (
              <tr key={id}>
                <th scope="row">
                  <Button tone="text" onClick={() => onChange(byStore ? { loja: id, pessoa: '' } : { pessoa: id })}>
                    {name}
                  </Button>
                </th>
                {[
                  figures.sent,
                  figures.putOff,
                  figures.sentAfterWarning,
                  figures.eveningsWorked,
                  figures.eveningsSpared,
                ].map((n, index) => (
                  <td key={heads[index]} className={styles.cell} data-none={n === 0 || undefined}>
                    {count(language, n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
