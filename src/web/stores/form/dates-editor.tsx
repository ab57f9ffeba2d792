/** Edits the dates on which a store has other hours, and suggests the coming holidays of the store's state. */
import { useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useStoreHolidays } from '#web/stores/stores-api.ts';
import { useStoresWords } from '#web/stores/stores-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { shortDate } from '#words/core/format.ts';
import styles from './hours-editor.module.css';
import { DayTimes } from './hours-editor.tsx';
import { type Faults, NEW_DATE, type StoreDateDraft } from './store-draft.ts';

/** The most dates that the server takes. */
const MOST_DATES = 60;

export interface StoreDatesEditorProps {
  readonly storeId: string;
  readonly dates: readonly StoreDateDraft[];
  readonly faults: Faults;
  readonly onChange: (dates: readonly StoreDateDraft[]) => void;
}

export function StoreDatesEditor({ storeId, dates, faults, onChange }: StoreDatesEditorProps) {
  const t = useStoresWords();
  const nameOf = useDateName();
  const remove = (at: number, gone: StoreDateDraft) => {
    onChange(dates.filter((_, i) => i !== at));
    showToast({ text: t.dateRemoved(nameOf(gone)), action: { label: t.undo, run: () => onChange(dates) } });
  };
  return (
    <>
      {dates.length === 0 && <p className={styles.soft}>{t.noDates}</p>}
      <ul className={styles.dates}>
        {dates.map((date, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a date that is being typed has no key of its own.
          <li key={at} className={styles.date}>
            <OneDate
              date={date}
              path={`dates.${at}`}
              named={nameOf(date)}
              faults={faults}
              onChange={(to) => onChange(dates.map((each, i) => (i === at ? to : each)))}
              onRemove={() => remove(at, date)}
            />
          </li>
        ))}
      </ul>
      {dates.length < MOST_DATES && (
        <div>
          <Button onClick={() => onChange([...dates, NEW_DATE])}>{t.addDate}</Button>
        </div>
      )}
      <Holidays
        storeId={storeId}
        taken={dates.map(({ date }) => date)}
        onAdd={(date, label) => onChange([...dates, { ...NEW_DATE, date, label }])}
      />
    </>
  );
}

interface OneDateProps {
  readonly date: StoreDateDraft;
  readonly path: string;
  readonly named: string;
  readonly faults: Faults;
  readonly onChange: (date: StoreDateDraft) => void;
  readonly onRemove: () => void;
}

function OneDate({ date, path, named, faults, onChange, onRemove }: OneDateProps) {
  const t = useStoresWords();
  return (
    <>
      <div className={styles.row}>
        <Field
          type="date"
          label={t.date}
          value={date.date}
          fault={faults[`${path}.date`]}
          onChange={(event) => onChange({ ...date, date: event.target.value })}
        />
        <Field
          label={t.label}
          value={date.label}
          maxLength={80}
          onChange={(event) => onChange({ ...date, label: event.target.value })}
        />
      </div>
      <div className={styles.ways}>
        <label className={styles.open}>
          <input
            type="checkbox"
            checked={date.isOpen}
            onChange={(event) => onChange({ ...date, isOpen: event.target.checked })}
          />
          {t.openThatDay}
          <VisuallyHidden> {named}</VisuallyHidden>
        </label>
        <Button tone="text" aria-label={t.removeDate(named)} onClick={onRemove}>
          ✕
        </Button>
      </div>
      {date.isOpen && (
        <DayTimes
          day={date}
          path={path}
          named={named}
          faults={faults}
          onChange={(times) => onChange({ ...date, ...times })}
        />
      )}
    </>
  );
}

/** How many holidays are shown before one press shows all. */
const SHOWN = 5;

interface HolidaysProps {
  readonly storeId: string;
  readonly taken: readonly string[];
  readonly onAdd: (date: string, label: string) => void;
}

function Holidays({ storeId, taken, onAdd }: HolidaysProps) {
  const t = useStoresWords();
  const language = useLanguage();
  const { data } = useStoreHolidays(storeId);
  const [all, setAll] = useState(false);
  const free = (data ?? []).filter(({ date }) => !taken.includes(date));
  if (free.length === 0) return null;
  return (
    <section aria-label={t.holidays}>
      <h3>{t.holidays}</h3>
      <ul className={styles.holidays}>
        {(all ? free : free.slice(0, SHOWN)).map(({ date, name }) => (
          <li key={`${date} ${name}`} className={styles.holiday}>
            <span>
              <b>{shortDate(language, date, true)}</b> {name}
            </span>
            <Button aria-label={t.holidayAdd(name)} onClick={() => onAdd(date, name)}>
              {t.closeThatDay}
            </Button>
          </li>
        ))}
      </ul>
      {!all && free.length > SHOWN && (
        <div className={styles.flush}>
          <Button tone="text" onClick={() => setAll(true)}>
            {t.allHolidays}
          </Button>
        </div>
      )}
    </section>
  );
}

function useDateName(): (date: StoreDateDraft) => string {
  const t = useStoresWords();
  const language = useLanguage();
  return ({ date, label }) => {
    const on = /^\d{4}-\d\d-\d\d$/.test(date) ? shortDate(language, date, true) : null;
    return [on, label.trim() || null].filter(Boolean).join(', ') || t.thisDate;
  };
}
