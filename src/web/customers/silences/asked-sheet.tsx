/** The sheet "O que Marina pediu?": four kinds of wishes, said back in one sentence before it is written down (D4b). */
import { useId, useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { weekday } from '#words/core/format.ts';
import { askedText } from '#words/customers/asked-text.ts';
import { writeSilence } from './asked-api.ts';
import { type AskedDraft, type AskedField, EMPTY_DRAFT, KINDS, readDraft, WEEK } from './asked-draft.ts';
import styles from './asked-sheet.module.css';
import { useAskedWords } from './asked-words.ts';

export interface AskedSheetProps {
  readonly customerId: string;
  /** The customer's first name. */
  readonly name: string;
  /** A time that the field already has; empty: none. */
  readonly after?: string;
  readonly onClose: () => void;
}

export function AskedSheet({ customerId, name, after = '', onClose }: AskedSheetProps) {
  const t = useAskedWords();
  const say = useTimeText();
  const language = useLanguage();
  const { now } = useShop();
  const form = useId();
  const [draft, setDraft] = useState<AskedDraft>({ ...EMPTY_DRAFT, after });
  const [fault, setFault] = useState<{ readonly field: AskedField | null; readonly text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const wish = readDraft(draft);
  const change = (part: Partial<AskedDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setFault(null);
  };
  const save = async () => {
    if (busy) return;
    if ('missing' in wish) return setFault({ field: wish.missing, text: missingText(t, wish.missing) });
    setBusy(true);
    const answer = await writeSilence(customerId, wish);
    setBusy(false);
    if (answer.kind === 'lost') return setFault({ field: null, text: t.unsaid });
    if (answer.kind === 'refused')
      return setFault({ field: null, text: answer.refusal.faults?.[0]?.message ?? sentenceOf(answer.refusal) });
    onClose();
    const { movedHolds, leavesNoTime } = answer.body;
    showToast({ text: leavesNoTime ? t.savedNoTime(name) : movedHolds > 0 ? t.savedMoved(movedHolds) : t.saved });
  };
  return (
    <Sheet
      title={t.sheetTitle(name)}
      onBack={onClose}
      stay
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.back}</Button>
          <Button type="submit" form={form} tone="main" busy={busy}>
            {t.save}
          </Button>
        </ActionRow>
      }
    >
      <form
        id={form}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Choices
          legend={t.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <WishFields draft={draft} fault={fault?.field ?? null} today={say.dateOf(now)} onChange={change} />
        <p id={`${form}-fault`} className={styles.fault} role="alert">
          {fault?.text}
        </p>
        <p className={styles.said} aria-live="polite">
          {'missing' in wish ? t.lead : keepNumbers(t.said(name, askedText(language, wish, say.dateOf(now))))}
        </p>
      </form>
    </Sheet>
  );
}

interface WishFieldsProps {
  readonly draft: AskedDraft;
  readonly fault: AskedField | null;
  readonly today: string;
  readonly onChange: (part: Partial<AskedDraft>) => void;
}

function WishFields({ draft, fault, today, onChange }: WishFieldsProps) {
  const t = useAskedWords();
  const language = useLanguage();
  const mark = (field: AskedField) => (fault === field ? 'asked-fault' : undefined);
  switch (draft.kind) {
    case 'after':
      return (
        <TimeField
          label={t.after}
          value={draft.after}
          faultId={mark('after')}
          onChange={(after) => onChange({ after })}
        />
      );
    case 'workdays':
      return null;
    case 'until':
      return (
        <Field
          label={t.until}
          type="date"
          min={today}
          value={draft.until}
          aria-invalid={fault === 'until' || undefined}
          onChange={({ target }) => onChange({ until: target.value })}
        />
      );
    case 'other':
      return (
        <>
          <fieldset className={styles.days}>
            <legend className={styles.legend}>{t.days}</legend>
            <div className={styles.week}>
              {WEEK.map((day, index) => (
                <label key={day} className={styles.day}>
                  <input
                    type="checkbox"
                    checked={draft.days.includes(day)}
                    onChange={({ target }) =>
                      onChange({
                        days: WEEK.filter((each) => (each === day ? target.checked : draft.days.includes(each))),
                      })
                    }
                  />
                  <span>{weekday(language, `2026-01-${String(MONDAY + index).padStart(2, '0')}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <div className={styles.times}>
            <TimeField
              label={t.from}
              value={draft.start}
              faultId={mark('start')}
              onChange={(start) => onChange({ start })}
            />
            <TimeField
              label={t.to}
              dayEnd
              value={draft.end}
              faultId={mark('end')}
              onChange={(end) => onChange({ end })}
            />
          </div>
        </>
      );
  }
}

function missingText(t: ReturnType<typeof useAskedWords>, field: AskedField): string {
  if (field === 'days') return t.missingDay;
  return field === 'until' ? t.missingDate : t.missingTime;
}

/** 5 January 2026 is a Monday. */
const MONDAY = 5;
