/** The same day by person or by store: small bars on one scale, and the figures in words. A row without contacts has no bars. */
import type { ReactNode } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import styles from './day.module.css';
import { OtherOutcomes } from './day-card.tsx';
import { useDayWords } from './day-words.ts';
import type { Day, Share } from './use-day.ts';

export interface DaySharesProps {
  readonly title: string;
  /** How the rows are sorted, in words. */
  readonly order: string;
  readonly shares: readonly Share[];
  /** How quiet and how open each hour was in this row, 24 numbers each. */
  readonly clockOf: (share: Share) => Pick<Day, 'quiet' | 'open'>;
  readonly action?: (share: Share) => ReactNode;
}

export function DayShares({ title, order, shares, clockOf, action }: DaySharesProps) {
  const t = useDayWords();
  const language = useLanguage();
  const most = Math.max(0, ...shares.flatMap(({ hours }) => hours));
  return (
    <Card>
      <h2>{title}</h2>
      <p className={styles.soft}>{order}</p>
      <ul className={styles.shares}>
        {shares.map((share) => {
          const { quiet, open } = clockOf(share);
          return (
            <li key={share.id} className={styles.share} data-none={share.contacts === 0 || undefined}>
              <div className={styles.who}>
                <h3>{share.name}</h3>
                <p>
                  <b>{t.contacts(share.contacts, false)}</b>
                  <small>
                    <OtherOutcomes share={share} />
                  </small>
                </p>
                {action?.(share)}
              </div>
              {share.contacts > 0 && (
                <HourBars
                  language={language}
                  small
                  most={most}
                  hours={share.hours.map((all, hour) => ({ all, marked: 0, shaded: quiet[hour] ?? 0 }))}
                  even={evenly(share.contacts, open)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function evenly(contacts: number, open: readonly number[]): readonly number[] {
  const all = open.reduce((sum, each) => sum + each, 0);
  return open.map((each) => (all === 0 ? 0 : (contacts * each) / all));
}
