/** One measure before and after a change: what can be said of it, the picture of its weeks, and their table. */
import { lazy, Suspense, useId, useState } from 'react';
import type { ReportEvent } from '#contract/reports/panorama.ts';
import { listAddress } from '#web/reports/panorama/figures-card.tsx';
import panoramaStyles from '#web/reports/panorama/panorama.module.css';
import { USUAL } from '#web/reports/panorama/panorama-filter.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { count, shortDate } from '#words/core/format.ts';
import styles from './before-after.module.css';
import { useBeforeAfterWords } from './before-after-words.ts';
import { type BeforeAfterFilter, type Measured, valueText, type Week } from './use-before-after.ts';

/** The library that draws is large: only this page loads it. */
const WeeksChart = lazy(async () => ({ default: (await import('./weeks-chart.tsx')).WeeksChart }));

export interface MeasureProps {
  readonly measured: Measured;
  readonly version: number;
  readonly filter: BeforeAfterFilter;
}

export function MeasureCard(props: MeasureProps) {
  const t = useBeforeAfterWords();
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const titleId = useId();
  const { measure, before, after, verdict, weeks } = props.measured;
  const write = valueText(language, measure);
  const said = ({ estimate }: Measured['before']) =>
    estimate === null ? t.nothing : t.interval(write(estimate.value), write(estimate.low), write(estimate.high));
  const label = t.chart(t.measures[measure], said(before), said(after));
  return (
    <Card>
      <h2 id={titleId}>{t.measures[measure]}</h2>
      <p className={panoramaStyles.soft}>{t.meanings[measure]}</p>
      <dl className={styles.sides}>
        <div>
          <dt>{t.before}</dt>
          <dd>{said(before)}</dd>
        </div>
        <div>
          <dt>{t.after}</dt>
          <dd>{said(after)}</dd>
        </div>
      </dl>
      <p>{verdict === null ? t.noVerdict : t.verdicts[verdict]}</p>
      <Suspense fallback={<Skeleton label={t.loading} rows={3} />}>
        <WeeksChart language={language} measure={measure} weeks={weeks} label={label} cut={t.cutHere} />
      </Suspense>
      <div>
        <Button aria-expanded={table} onClick={() => setTable(!table)}>
          {table ? t.tableHide : t.table}
          <VisuallyHidden>{`: ${t.measures[measure]}`}</VisuallyHidden>
        </Button>
      </div>
      {table && <WeeksTable {...props} labelledBy={titleId} />}
    </Card>
  );
}

const EVENTS: Readonly<Record<Measured['measure'], ReportEvent>> = {
  late: 'sent',
  outside: 'outside_hours',
  stopped: 'stopped',
  answered: 'answered',
  contacts: 'sent',
};

function WeeksTable({ measured, version, filter, labelledBy }: MeasureProps & { readonly labelledBy: string }) {
  const t = useBeforeAfterWords();
  const language = useLanguage();
  const { measure, weeks } = measured;
  const write = valueText(language, measure);
  const numbers = ({ part, of }: Week) =>
    (measure === 'contacts' ? t.ofDays : t.numberOf)(count(language, part), count(language, of));
  const address = ({ from, to }: Week) => {
    const { loja, pessoa } = filter;
    const period = { ...USUAL, dias: 'datas', de: from, ate: to, loja, pessoa } as const;
    return listAddress(period, EVENTS[measure], { version: measure === 'late' ? String(version) : '' });
  };
  return (
    <div className={panoramaStyles.wide}>
      <table className={panoramaStyles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t.week}</th>
            {[t.number, t.value, t.between].map((head) => (
              <th key={head} scope="col" className={panoramaStyles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.from}>
              <th scope="row">
                {`${shortDate(language, week.from)} – ${shortDate(language, week.to)}`}
                <br />
                <small className={panoramaStyles.soft}>{week.isAfter ? t.after : t.before}</small>
              </th>
              <td className={panoramaStyles.cell}>
                {week.part === 0 ? (
                  numbers(week)
                ) : (
                  <Link href={address(week)}>
                    {numbers(week)}
                    <VisuallyHidden>{t.open}</VisuallyHidden>
                  </Link>
                )}
              </td>
              <td className={panoramaStyles.cell}>{week.estimate === null ? '–' : write(week.estimate.value)}</td>
              <td className={panoramaStyles.cell}>
                {week.estimate === null ? '–' : `${write(week.estimate.low)} – ${write(week.estimate.high)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
