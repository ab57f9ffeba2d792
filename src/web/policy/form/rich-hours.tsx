/** Shows hours with more than two times in full: the form replaces them by two times only on request. */

import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { WeekStrips } from '#web/ui/ring/week-strips.tsx';
import type { Hours } from '#words/policy/sentence.ts';
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
