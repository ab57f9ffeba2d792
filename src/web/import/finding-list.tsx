/** Lists refused rows and notes with their places and reasons. */
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './import.module.css';
import type { Import } from './import-api.ts';
import { useImportWords } from './import-words.ts';

/** The first refused rows, and the link to a file of all of them. Nothing where no row is refused. */
export function RefusedRows({ shown }: { readonly shown: Import }) {
  const t = useImportWords();
  if (shown.counts.refused === 0) return null;
  return (
    <Card>
      <h2>{t.refusedTitle}</h2>
      {shown.state === 'staged' && <p className={styles.soft}>{t.refusedLead}</p>}
      <FindingList findings={shown.refused} />
      {shown.counts.refused > shown.refused.length && <p className={styles.soft}>{t.firstFifty}</p>}
      <p>
        <a className={styles.link} href={`/api/v1/imports/${shown.id}/refused.csv`} download>
          {t.refusedFile}
        </a>
      </p>
    </Card>
  );
}

export function FindingList({ findings }: { readonly findings: Import['notes'] }) {
  const t = useImportWords();
  return (
    <ul className={styles.findings}>
      {findings.map(({ line, column, reason }) => (
        <li key={`${line} ${column} ${reason}`}>
          <span className={styles.soft}>{t.reasonAt(line, column)}</span>
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
