/** The counts of an import in words; only those that are not zero. */
import styles from './import.module.css';
import type { Import } from './import-api.ts';
import { useImportWords } from './import-words.ts';

export function ImportCounts({ counts }: { readonly counts: Import['counts'] }) {
  const t = useImportWords();
  const said = [
    [counts.rows, t.rowsRead],
    [counts.new, t.newOnes],
    [counts.changed, t.changedOnes],
    [counts.unchanged, t.unchangedOnes],
    [counts.joined, t.joinedOnes],
    [counts.refused, t.refusedOnes],
  ] as const;
  const shown = said.filter(([count]) => count > 0).map(([count, say]) => say(count));
  if (shown.length === 0) return null;
  return (
    <ul className={styles.counts} aria-label={t.counts}>
      {shown.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
