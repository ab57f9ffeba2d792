/** Lists the stores that are open in quiet hours, with the time per week (A3). */
import { useId } from 'react';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { lengthText } from '#words/core/length-text.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import styles from './conflicts-table.module.css';
import type { ConflictBody } from './preview-api.ts';

const SHOWN = 8;

export function ConflictsTable({ conflicts }: { readonly conflicts: readonly ConflictBody[] }) {
  const t = useConfigureWords();
  const id = useId();
  if (conflicts.length === 0) return <p className={styles.soft}>{t.noConflicts}</p>;
  const most = conflicts.toSorted((a, b) => b.minutesAWeek - a.minutesAWeek);
  return (
    <>
      <table className={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col" id={id}>
              {t.store}
            </th>
            <th scope="col">{t.zone}</th>
            <th scope="col" className={styles.number}>
              {t.perWeek}
            </th>
          </tr>
        </thead>
        <tbody>
          {most.slice(0, SHOWN).map(({ storeId, storeName, zone, minutesAWeek }) => (
            <tr key={storeId}>
              <th scope="row">{storeName}</th>
              <td>{cityOfZone(zone)}</td>
              <td className={styles.number}>{lengthText(minutesAWeek)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {most.length > SHOWN && <p className={styles.soft}>{t.more(most.length - SHOWN)}</p>}
    </>
  );
}
