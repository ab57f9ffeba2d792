/** Edits the opening hours of the week: one line for each day, open or closed. */
import { useId } from 'react';
import { useStoresWords } from '#web/stores/stores-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import styles from './hours-editor.module.css';
import type { DayDraft, Faults } from './store-draft.ts';

export interface WeekEditorProps {
  readonly week: readonly DayDraft[];
  readonly faults: Faults;
  readonly onChange: (week: readonly DayDraft[]) => void;
}

export function WeekEditor({ week, faults, onChange }: WeekEditorProps) {
  const t = useStoresWords();
  const first = week.find(({ isOpen }) => isOpen);
  const hasSeveral = week.filter(({ isOpen }) => isOpen).length > 1;
  const put = (at: number, day: DayDraft) => {
    const filled = day.isOpen && week[at]?.isOpen === false && first ? { ...first } : day;
    onChange(week.map((before, i) => (i === at ? filled : before)));
  };
  return (
    <>
      <ul className={styles.week}>
        {week.map((day, at) => {
          const name = t.weekdays[at] ?? '';
          return (
            <li key={name} className={styles.day}>
              <label className={styles.open}>
                <input
                  type="checkbox"
                  checked={day.isOpen}
                  aria-label={t.isOpen(name)}
                  onChange={(event) => put(at, { ...day, isOpen: event.target.checked })}
                />
                <b>{name}</b>
              </label>
              {day.isOpen ? (
                <DayTimes day={day} path={`week.${at}`} named={name} faults={faults} onChange={(to) => put(at, to)} />
              ) : (
                <span className={styles.soft}>{t.closedDay}</span>
              )}
            </li>
          );
        })}
      </ul>
      {first && hasSeveral && (
        <div>
          <Button onClick={() => onChange(week.map((day) => (day.isOpen ? first : day)))}>{t.copyDown}</Button>
        </div>
      )}
    </>
  );
}

export interface DayTimesProps {
  readonly day: DayDraft;
  readonly path: string;
  /** The name of the day for screen readers. */
  readonly named: string;
  readonly faults: Faults;
  readonly onChange: (day: DayDraft) => void;
}

/** The two fields of one opening, with the fault below. */
export function DayTimes({ day, path, named, faults, onChange }: DayTimesProps) {
  const t = useStoresWords();
  const faultId = useId();
  const { opens, closes } = day;
  const at = (field: string) => (faults[`${path}.${field}`] === undefined ? undefined : faultId);
  return (
    <div className={styles.times}>
      <div className={styles.fields}>
        <TimeField
          label={<NamedTime label={t.opens} named={named} />}
          value={opens}
          faultId={at('opens')}
          onChange={(typed) => onChange({ ...day, opens: typed })}
        />
        <TimeField
          label={<NamedTime label={t.closes} named={named} />}
          value={closes}
          dayEnd
          faultId={at('closes')}
          onChange={(typed) => onChange({ ...day, closes: typed })}
        />
      </div>
      {closes < opens && /^\d\d:\d\d$/.test(closes) && <p className={styles.soft}>{t.nextDay}</p>}
      <p id={faultId} className={styles.fault} aria-live="polite">
        {faults[`${path}.opens`] ?? faults[`${path}.closes`]}
      </p>
    </div>
  );
}

/** The label of a time; the day, which stands beside the fields, is in it for screen readers alone. */
function NamedTime({ label, named }: { readonly label: string; readonly named: string }) {
  return (
    <>
      {label}
      <VisuallyHidden>, {named}</VisuallyHidden>
    </>
  );
}
