/** Shows what quiet hours did in the last 30 days: three figures, each linked to its list of attempts. */
import { Link } from 'wouter';
import { searchAddress } from '#web/record/search/search-address.ts';
import { useOverview } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { count, dateAfter } from '#words/core/format.ts';
import styles from './figures-card.module.css';

const DAYS = 30;
const ATTEMPTS_PATH = '/tentativas';

export function FiguresCard() {
  const b = useBrandWords();
  const language = useLanguage();
  const { today } = useTimeText();
  const span = { from: dateAfter(today, 1 - DAYS), to: today };
  const { data, error, again } = useOverview(span);
  if (data === undefined && error !== null) return <Unread error={error} onAgain={() => void again()} />;
  const figures = data && [
    { event: 'put_off' as const, n: data.putOff, label: b.figures.putOff(data.putOff) },
    { event: 'warned' as const, n: data.warned, label: b.figures.warned(data.warned) },
    {
      event: 'sent_after_warning' as const,
      n: data.sentAfterWarning,
      label: b.figures.sentAfterWarning(data.sentAfterWarning),
    },
  ];
  return (
    <Card>
      <h2>{b.figures.title(DAYS)}</h2>
      {figures === undefined ? (
        <Skeleton label={b.loading} rows={1} />
      ) : data?.hasAttempts ? (
        <ul className={styles.figures}>
          {figures.map(({ event, n, label }) => (
            <li key={event}>
              <Link href={searchAddress(ATTEMPTS_PATH, { event, ...span })} className={styles.figure}>
                <span className={styles.number} data-none={n === 0 || undefined}>
                  {count(language, n)}
                </span>{' '}
                <span className={styles.label}>{label}</span>
                <VisuallyHidden>{b.figures.open}</VisuallyHidden>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.quiet}>{b.figures.noAttempts}</p>
      )}
    </Card>
  );
}
