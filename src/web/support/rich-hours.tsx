/** A policy with more than two times, shown whole: nothing here flattens it unasked. */
import { WeekStrips } from '#web/ring/week-strips.tsx';
import { useLanguage } from '#web/settings/language.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/frame.tsx';
import { type Hours, policySentence } from '#words/sentence.ts';
import { DatesList } from './dates-list.tsx';
import styles from './rich-hours.module.css';
import { useWords } from './support-words.ts';

export interface RichHoursProps {
  readonly hours: Hours;
  /** The sentence that stands above already, where these hours are in force. */
  readonly said: string | null;
  readonly onReplace: () => void;
}

export function RichHours({ hours, said, onReplace }: RichHoursProps) {
  const t = useWords();
  const language = useLanguage();
  const sentence = policySentence(language, hours);
  return (
    <Card>
      <div>
        <h2>{t.richTitle}</h2>
        <p className={styles.lead}>{t.richLead}</p>
      </div>
      {sentence !== said && <p className={styles.sentence}>{sentence}</p>}
      <div className={styles.columns}>
        <WeekStrips hours={hours} language={language} caption={t.weekOf} />
        {hours.exceptions.length > 0 && (
          <div>
            <h3 className={styles.caption}>{t.dates(hours.exceptions.length)}</h3>
            <DatesList exceptions={hours.exceptions} most={8} />
          </div>
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={onReplace}>{t.replace}</Button>
      </div>
    </Card>
  );
}
