/** Shows the current day and the buttons to the day before and the day after; none leads beyond today. */
import { useRef } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Button, IconButton } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { dateAfter, daysBetween, shortDate, weekday } from '#words/core/format.ts';
import styles from './day.module.css';
import { useDayWords } from './day-words.ts';

export interface DayStepsProps {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Null: today. */
  readonly onChange: (on: string | null) => void;
}

export function DaySteps({ on, onChange }: DayStepsProps) {
  const t = useDayWords();
  const language = useLanguage();
  const say = useTimeText();
  const [before, after] = [dateAfter(on, -1), dateAfter(on, 1)];
  const isToday = daysBetween(on, say.today) <= 0;
  const backwards = useRef<HTMLButtonElement>(null);
  const go = (to: string) => {
    onChange(to === say.today ? null : to);
    // The button to today disappears when today is shown, so that the focus moves to the other button.
    if (to === say.today) backwards.current?.focus();
  };
  return (
    <div className={styles.steps}>
      <IconButton ref={backwards} label={t.before(say.day(before))} icon={<BackIcon />} onClick={() => go(before)} />
      <p className={styles.when} aria-live="polite">
        <b>{say.day(on)}</b>
        <small>
          {weekday(language, on)}, {shortDate(language, on)}
        </small>
      </p>
      {!isToday && (
        <span className={styles.forward}>
          <IconButton label={t.after(say.day(after))} icon={<BackIcon />} onClick={() => go(after)} />
        </span>
      )}
      {!isToday && <Button onClick={() => go(say.today)}>{t.toToday}</Button>}
    </div>
  );
}
