/** The assumptions about a file: encoding, separator, dates and permissions. A wrong assumption is noticed here first. */

import styles from '#web/import/import.module.css';
import type { Import } from '#web/import/import-api.ts';
import { useImportWords } from '#web/import/import-words.ts';
import { Card } from '#web/ui/layout/frame.tsx';

export function AssumptionList({ assumed }: { readonly assumed: NonNullable<Import['assumed']> }) {
  const t = useImportWords();
  const { encodings, separator, dates, permissions } = assumed;
  const separators: Readonly<Record<string, string>> = t.separators;
  return (
    <Card>
      <h2>{t.understood}</h2>
      <dl className={styles.facts}>
        <div>
          <dt>{t.encoding}</dt>
          <dd>
            {encodings.length === 0 ? t.plain : encodings.map(({ encoding }) => t.encodings[encoding]).join(', ')}
          </dd>
        </div>
        <div>
          <dt>{t.separator}</dt>
          <dd>{separators[separator] ?? separator}</dd>
        </div>
        {dates.length > 0 && (
          <div>
            <dt>{t.dates}</dt>
            {dates.map(({ column, order }) => (
              <dd key={column}>{t.datesIn(column, t.orders[order])}</dd>
            ))}
          </div>
        )}
        {permissions.length > 0 && (
          <div>
            <dt>{t.permissions}</dt>
            {permissions.map(({ column, value, meaning, rows }) => (
              <dd key={`${column} ${value}`}>{t.permissionUse(value, t.meanings[meaning], rows)}</dd>
            ))}
          </div>
        )}
      </dl>
    </Card>
  );
}
