/** Suggests the coming holidays: national ones, and those of single states with the state's name. */
import { useState } from 'react';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import type { Holiday } from '#web/policy/review/preview-api.ts';
import { useHolidays } from '#web/policy/review/preview-queries.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { joinList, shortDate } from '#words/core/format.ts';
import styles from './holiday-choices.module.css';

/** How many are shown; the others appear after one press. */
const SHOWN = 5;

export interface HolidayChoicesProps {
  readonly brandId: string;
  /** Dates that the list contains already. */
  readonly taken: readonly string[];
  readonly onAdd: (holiday: Holiday) => void;
}

export function HolidayChoices({ brandId, taken, onAdd }: HolidayChoicesProps) {
  const t = useConfigureWords();
  const language = useLanguage();
  const holidays = useHolidays(brandId);
  const [all, setAll] = useState(false);
  if (holidays.data === undefined) return null;
  const free = holidays.data.filter(({ date }) => !taken.includes(date));
  const scopeOf = ({ scope, states }: Holiday) => (scope === 'state' ? t.state(joinList(language, states)) : t[scope]);

  return (
    <section className={styles.holidays} aria-label={t.holidays}>
      <h4>{t.holidays}</h4>
      <p className={styles.soft}>{t.holidaysLead}</p>
      {free.length === 0 && <p className={styles.soft}>{t.noHolidays}</p>}
      <ul className={styles.list}>
        {(all ? free : free.slice(0, SHOWN)).map((holiday) => (
          <li key={`${holiday.date} ${holiday.name}`} className={styles.holiday}>
            <span>
              <b>{shortDate(language, holiday.date, true)}</b> {holiday.name}{' '}
              <Tag tone={holiday.scope === 'state' ? 'warn' : 'plain'}>{scopeOf(holiday)}</Tag>
              <small>{t.source(holiday.source)}</small>
            </span>
            <Button aria-label={t.addNamed(holiday.name)} onClick={() => onAdd(holiday)}>
              {t.add}
            </Button>
          </li>
        ))}
      </ul>
      {!all && free.length > SHOWN && (
        <Button tone="text" onClick={() => setAll(true)}>
          {`+ ${free.length - SHOWN}`}
        </Button>
      )}
    </section>
  );
}
