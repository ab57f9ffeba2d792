/** Fields for a day and a time on the brand's clock. */

import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { zoneName } from '#web/shell/support/zone-name.ts';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { Fault, Field, Hint } from '#web/ui/forms/field.tsx';
import styles from './moment-fields.module.css';

export interface Moment {
  /** `YYYY-MM-DD`, the value of the browser's date field. */
  readonly date: string;
  /** The text as typed. */
  readonly time: string;
}

export interface MomentFieldsProps {
  readonly moment: Moment;
  readonly zone: string;
  readonly fault: 'missing' | 'skipped' | 'past' | null;
  readonly onChange: (moment: Moment) => void;
}

export function MomentFields({ moment, zone, fault, onChange }: MomentFieldsProps) {
  const t = useWords();
  const language = useLanguage();
  const says = { missing: t.missingDate, skipped: t.skippedTime, past: t.pastDate };
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <Field
          type="date"
          label={t.date}
          value={moment.date}
          onChange={(event) => onChange({ ...moment, date: event.target.value })}
        />
        <Field
          label={t.time}
          inputMode="numeric"
          autoComplete="off"
          placeholder="08:00"
          maxLength={8}
          value={moment.time}
          onChange={(event) => onChange({ ...moment, time: event.target.value })}
          onBlur={() => onChange({ ...moment, time: readClock(moment.time) ?? moment.time })}
        />
      </div>
      <Hint>{t.effectiveHints.date(zoneName(language, zone))}</Hint>
      <Fault>{fault && says[fault]}</Fault>
    </div>
  );
}
