/** Hours with more than two times, shown whole: nothing flattens them unasked. */
import { WeekStrips } from '#web/ring/week-strips.tsx';
import { useLanguage } from '#web/settings/language.ts';
import { useWords } from '#web/support/support-words.ts';
import type { Hours } from '#words/sentence.ts';
import { DatesList } from './dates-list.tsx';
import styles from './rich-hours.module.css';

export function RichHours({ hours }: { readonly hours: Hours }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div className={styles.columns}>
      <WeekStrips hours={hours} language={language} caption={t.weekOf} />
      {hours.exceptions.length > 0 && (
        <div>
          <h3 className={styles.caption}>{t.dates(hours.exceptions.length)}</h3>
          <DatesList exceptions={hours.exceptions} most={8} />
        </div>
      )}
    </div>
  );
}
