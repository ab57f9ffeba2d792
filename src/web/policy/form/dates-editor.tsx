/** Edits the special dates: the windows that begin on a date instead of its weekday's (T7), and the coming holidays to choose from. */

import { useState } from 'react';
import { POLICY_LIMITS } from '#rules/policy/policy-limits.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { fromTo, shortDate } from '#words/core/format.ts';
import styles from './dates-editor.module.css';
import { type DraftFaults, USUAL } from './draft-policy.ts';
import { useFaultText } from './fault-text.tsx';
import { HolidayChoices } from './holiday-choices.tsx';
import type { DateDraft, RuleDraft, TimesDraft } from './hours-draft.ts';
import { TwoTimes } from './two-times.tsx';
import { wholeDay } from './whole-day.ts';

export interface DatesEditorProps {
  readonly brandId: string;
  readonly dates: readonly DateDraft[];
  /** The weekly windows, from which a whole day takes its night. */
  readonly rules: readonly RuleDraft[];
  readonly faults: DraftFaults;
  readonly onChange: (dates: readonly DateDraft[]) => void;
}

export function DatesEditor({ brandId, dates, rules, faults, onChange }: DatesEditorProps) {
  const t = useConfigureWords();
  const [open, setOpen] = useState<number | null>(null);
  const nameOf = useDateName();
  const add = (date: DateDraft, edit: boolean) => {
    onChange([...dates, date]);
    if (edit) setOpen(dates.length);
  };
  const remove = (index: number, gone: DateDraft) => {
    setOpen(null);
    onChange(dates.filter((_, i) => i !== index));
    showToast({ text: t.dateRemoved(nameOf(gone)), action: { label: t.undo, run: () => onChange(dates) } });
  };

  return (
    <>
      {dates.length === 0 ? (
        <p className={styles.soft}>{t.noDates}</p>
      ) : (
        <ul className={styles.dates}>
          {dates.map((date, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a date that is being typed has no key of its own.
            <li key={index} className={styles.date}>
              <SpecialDate
                date={date}
                index={index}
                rules={rules}
                faults={faults}
                isOpen={open === index || hasFault(faults, index)}
                onToggle={() => setOpen(open === index ? null : index)}
                onChange={(changed) => onChange(dates.map((each, i) => (i === index ? changed : each)))}
                onRemove={() => remove(index, date)}
              />
            </li>
          ))}
        </ul>
      )}
      {dates.length < POLICY_LIMITS.exceptions && (
        <Button onClick={() => add({ date: '', label: '', windows: [USUAL] }, true)}>{t.addDate}</Button>
      )}
      <HolidayChoices
        brandId={brandId}
        taken={dates.map(({ date }) => date)}
        onAdd={(holiday) =>
          add({ date: holiday.date, label: holiday.name, windows: wholeDay(holiday.date, rules) }, false)
        }
      />
    </>
  );
}

interface SpecialDateProps extends Omit<DatesEditorProps, 'brandId' | 'dates' | 'onChange'> {
  readonly date: DateDraft;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (date: DateDraft) => void;
  readonly onRemove: () => void;
}

function SpecialDate({ date, index, rules, faults, isOpen, onToggle, onChange, onRemove }: SpecialDateProps) {
  const t = useConfigureWords();
  const nameOf = useDateName();
  const textOf = useWindowsText();
  const faultText = useFaultText();
  const path = `exceptions[${index}]`;
  const dateFault = faultText({ fault: faults[`${path}.date`] });
  const put = (at: number, times: TimesDraft) =>
    onChange({ ...date, windows: date.windows.map((before, i) => (i === at ? times : before)) });

  return (
    <>
      <div className={styles.head}>
        <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={onToggle}>
          <b>{nameOf(date)}</b>
          <small>{textOf(date.windows)}</small>
        </button>
        <Button tone="text" aria-label={t.removeDate(nameOf(date))} onClick={onRemove}>
          ✕
        </Button>
      </div>
      {isOpen && (
        <div className={styles.fields}>
          <div className={styles.row}>
            <Field
              type="date"
              label={t.date}
              value={date.date}
              fault={dateFault}
              onChange={(event) => onChange({ ...date, date: event.target.value })}
            />
            <Field
              label={t.label}
              hint={t.labelHint}
              value={date.label}
              maxLength={POLICY_LIMITS.labelLength}
              onChange={(event) => onChange({ ...date, label: event.target.value })}
            />
          </div>
          <fieldset className={styles.windows}>
            <legend className={styles.soft}>{t.whatStarts(nameOf(date) === t.thisDate ? null : nameOf(date))}</legend>
            {date.windows.length === 0 && <p>{t.nothingStarts}</p>}
            {date.windows.map((times, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a window is identified by its position in the list.
              <div key={at} className={styles.window}>
                <TwoTimes
                  times={times}
                  path={`${path}.windows[${at}]`}
                  faults={faults}
                  named={nameOf(date)}
                  onChange={(changed) => put(at, changed)}
                />
                <Button
                  tone="text"
                  aria-label={t.removeWindow}
                  onClick={() => onChange({ ...date, windows: date.windows.filter((_, i) => i !== at) })}
                >
                  ✕
                </Button>
              </div>
            ))}
            <div className={styles.ways}>
              <Button onClick={() => onChange({ ...date, windows: wholeDay(date.date, rules) })}>{t.allDay}</Button>
              <Button onClick={() => onChange({ ...date, windows: [] })}>{t.noQuiet}</Button>
              {date.windows.length < POLICY_LIMITS.windowsADay && (
                <Button onClick={() => onChange({ ...date, windows: [...date.windows, USUAL] })}>{t.addWindow}</Button>
              )}
            </div>
          </fieldset>
        </div>
      )}
    </>
  );
}

function hasFault(faults: DraftFaults, index: number): boolean {
  return Object.keys(faults).some((path) => path.startsWith(`exceptions[${index}].`));
}

function useDateName(): (date: DateDraft) => string {
  const t = useConfigureWords();
  const language = useLanguage();
  return ({ date, label }) => {
    const on = /^\d{4}-\d\d-\d\d$/.test(date) ? shortDate(language, date, true) : null;
    return [on, label.trim() || null].filter(Boolean).join(', ') || t.thisDate;
  };
}

function useWindowsText(): (windows: readonly TimesDraft[]) => string {
  const s = useWords();
  const language = useLanguage();
  return (windows) => {
    if (windows.length === 0) return s.nothingStarts;
    const texts = windows.map(({ start, end }) => {
      if (start === '00:00' && end === '24:00') return s.allDay;
      return /^\d\d:\d\d$/.test(start) && /^\d\d:\d\d$/.test(end) ? fromTo(language, start, end) : `${start}–${end}`;
    });
    return texts.join(', ');
  };
}
