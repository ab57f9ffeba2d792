/** The figures of the Panorama, each linked to its list, and what each of them counts. */
import type { Panorama, ReportEvent } from '#contract/reports/panorama.ts';
import { queryOf } from '#web/shell/address-filter/filter-query.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Link } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { count } from '#words/core/format.ts';
import styles from './panorama.module.css';
import { LIST_PATH, type ListFilter, type PanoramaFilter, USUAL_LIST } from './panorama-filter.ts';
import { usePanoramaWords } from './panorama-words.ts';

type Figures = Panorama['figures'];

/** The figures in their order, with the event whose list they open. `of`: the figure that this one is a part of. */
const SHOWN: readonly (readonly [ReportEvent, keyof Figures, isPart?: boolean])[] = [
  ['attempted', 'attempts'],
  ['allowed', 'allowed'],
  ['put_off', 'putOff'],
  ['held', 'held', true],
  ['warned', 'warned'],
  ['turned_back', 'turnedBack', true],
  ['sent', 'sent'],
  ['sent_after_warning', 'sentAfterWarning', true],
  ['sent_after_refusal', 'sentAfterRefusal', true],
  ['outside_hours', 'outsideHours', true],
  ['answered', 'answered', true],
  ['sold', 'sold', true],
  ['no_answer', 'noAnswer', true],
  ['stopped', 'stopped', true],
  ['wrong_number', 'wrongNumber', true],
];

/** From so many warnings on, the share of those that turned back says something. */
const LEAST_WARNED = 20;

export interface PanoramaCardProps {
  readonly panorama: Panorama;
  readonly filter: PanoramaFilter;
}

/** Returns the address of the list behind a figure, with the period, store and person of the Panorama. */
export function listAddress(
  filter: PanoramaFilter,
  event: ReportEvent,
  { hour = '', version = '' }: { readonly hour?: string; readonly version?: string } = {},
): string {
  const list: ListFilter = { ...filter, evento: event, hora: hour, versao: version };
  return `${LIST_PATH}${queryOf(list, USUAL_LIST)}`;
}

export function FiguresCard({ panorama: { figures }, filter }: PanoramaCardProps) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const { warned, turnedBack } = figures;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <Card>
      <h2>{t.figures}</h2>
      <ul className={styles.figures}>
        {SHOWN.map(([event, figure, isPart]) => (
          <li key={event}>
            <Link href={listAddress(filter, event)} className={styles.figure} data-part={isPart || undefined}>
              <span className={styles.number} data-none={figures[figure] === 0 || undefined}>
                {count(language, figures[figure])}
              </span>{' '}
              <span className={styles.label}>{t.events[event]}</span>
              <VisuallyHidden>{t.open}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ul>
      {warned >= LEAST_WARNED && <p>{t.share(percent.format(turnedBack / warned))}</p>}
      <details className={styles.details}>
        <summary>{t.definitions}</summary>
        <dl>
          {SHOWN.map(([event]) => (
            <div key={event}>
              <dt>{t.events[event]}</dt>
              <dd>{t.meanings[event]}</dd>
            </div>
          ))}
        </dl>
        <p>{t.once}</p>
      </details>
    </Card>
  );
}
