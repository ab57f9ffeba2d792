/** Tables of counts: by reason, time or what followed, and by store or person. */
import { useId } from 'react';
import type { AfterWarning } from '#contract/reports/after-warning.ts';
import styles from '#web/reports/panorama/panorama.module.css';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { count } from '#words/core/format.ts';
import { useAfterWarningWords } from './after-warning-words.ts';

export interface CountsTableProps {
  readonly title: string;
  readonly level?: 2 | 3;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

export function CountsTable({ title, level = 3, heads, rows }: CountsTableProps) {
  const language = useLanguage();
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading id={id}>{title}</Heading>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1). */}
      <section className={styles.wide} aria-labelledby={id} tabIndex={0}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, counts }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {counts.map((n, index) => (
                  <td key={heads[index]} className={styles.cell} data-none={n === 0 || undefined}>
                    {count(language, n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** The counts of each store, or of each person where all have 20 contacts or more. */
export function SharesTable({ data: { stores, sellers } }: { readonly data: AfterWarning }) {
  const t = useAfterWarningWords();
  const heads = [t.sentHead, t.refusalHead, t.warnedHead, t.turnedBackHead];
  const rowsOf = (all: AfterWarning['stores']) =>
    all.map(({ name, sent, afterRefusal, warned, turnedBack }) => ({
      name,
      counts: [sent, afterRefusal, warned, turnedBack],
    }));
  return (
    <Card>
      <CountsTable title={t.byStore} level={2} heads={heads} rows={rowsOf(stores)} />
      {sellers.length > 0 ? (
        <CountsTable title={t.byPerson} level={2} heads={heads} rows={rowsOf(sellers)} />
      ) : (
        stores.length === 1 && <p className={styles.soft}>{t.noPeople}</p>
      )}
    </Card>
  );
}
