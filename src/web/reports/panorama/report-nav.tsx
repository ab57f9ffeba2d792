/** Links the reports with one another. The store and the person stay chosen. */
import { queryOf } from '#web/shell/address-filter/filter-query.ts';
import { Link } from '#web/ui/layout/address.tsx';
import styles from './panorama.module.css';
import { PANORAMA_PATH } from './panorama-filter.ts';
import { usePanoramaWords } from './panorama-words.ts';

/** The last part of the address of each report; empty: the Panorama itself. */
export const REPORTS = ['', 'antes-e-depois', 'apos-o-aviso', 'distribuicao'] as const;
export type Report = (typeof REPORTS)[number];

export interface ReportNavProps {
  readonly at: Report;
  readonly filter: { readonly loja: string; readonly pessoa: string };
}

export function ReportNav({ at, filter: { loja, pessoa } }: ReportNavProps) {
  const t = usePanoramaWords();
  const query = queryOf({ loja, pessoa }, { loja: '', pessoa: '' });
  return (
    <nav aria-label={t.reportNav}>
      <ul className={styles.reports}>
        {REPORTS.map((report) => (
          <li key={report}>
            <Link
              href={`${PANORAMA_PATH}${report === '' ? '' : `/${report}`}${query}`}
              className={styles.report}
              aria-current={report === at ? 'page' : undefined}
            >
              {t.reports[report]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
