/** The first rows of a file as they were understood: a table that scrolls sideways on a phone. */
import type { ImportField } from '#contract/import/import-report.ts';
import styles from '#web/import/import.module.css';
import type { Import } from '#web/import/import-api.ts';
import { type ImportWords, useImportWords } from '#web/import/import-words.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { cityOfZone } from '#words/core/zone-city.ts';

export function FirstRows({ shown: { preview, fields } }: { readonly shown: Import }) {
  const t = useImportWords();
  if (preview.length === 0) return null;
  const filled = fields.filter((field) => preview.some(({ values }) => (values[field] ?? '') !== ''));
  return (
    <Card>
      <h2 id="first-rows">{t.firstRows}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1). */}
      <section className={styles.scroll} aria-labelledby="first-rows" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.fate}</th>
              {filled.map((field) => (
                <th key={field} scope="col">
                  {t.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ line, fate, values }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td>{t.fates[fate]}</td>
                {filled.map((field) => (
                  <td key={field}>{fate === 'refused' ? values[field] : valueText(t, field, values[field] ?? '')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

/** Writes a value as people read it: a day as 31/12/2026, a zone by its city, a role or an answer in words. */
function valueText(t: ImportWords, field: ImportField, value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year !== undefined) return `${day}/${month}/${year}`;
  if (field === 'zone') return cityOfZone(value);
  return IN_WORDS.has(field) ? (t.values[value] ?? value) : value;
}

const IN_WORDS: ReadonlySet<ImportField> = new Set(['role', 'active', 'permission']);
