/** The sheet that makes days off: the dates, and who gets held messages and suggestions meanwhile. */
import { type FormEvent, useId, useState } from 'react';
import type { Portfolio } from '#contract/customers/portfolio.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { nameAmong } from '#web/shell/person-names.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { dateOn, shortDate } from '#words/core/format.ts';
import styles from './portfolio.module.css';
import { makeAbsence } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

export interface AbsenceSheetProps {
  readonly portfolio: Portfolio;
  /** The store's zone, in which the first day is today. */
  readonly zone: string;
  readonly onUndo: (absenceId: string) => void;
  readonly onClose: () => void;
}

type Faults = Readonly<Partial<Record<'from' | 'until' | 'all', string>>>;

export function AbsenceSheet({ portfolio, zone, onUndo, onClose }: AbsenceSheetProps) {
  const t = usePortfolioWords();
  const language = useLanguage();
  const formId = useId();
  const { person, colleagues } = portfolio;
  const today = dateOn(serverNow(), zone);
  const hasThere = colleagues.some(({ isSeller, isAway }) => isSeller && !isAway);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [pass, setPass] = useState(hasThere ? 'spread' : 'nothing');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Faults>({});

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (from === '' || until === '') {
      return setFaults({ ...(from === '' && { from: t.dateMissing }), ...(until === '' && { until: t.dateMissing }) });
    }
    setBusy(true);
    setFaults({});
    const answer = await makeAbsence(person.id, { from, until, pass });
    setBusy(false);
    if (answer.kind === 'lost') return setFaults({ all: t.maybeDone });
    if (answer.kind === 'refused') {
      const [fault] = answer.refusal.faults ?? [];
      const isOfField = fault?.path === 'from' || fault?.path === 'until';
      return setFaults(isOfField ? { [fault.path]: fault.message } : { all: sentenceOf(answer.refusal) });
    }
    onClose();
    const days = t.days(shortDate(language, from), shortDate(language, until));
    const made = 'id' in answer.body ? answer.body.id : null;
    showToast({
      text: t.saved(days),
      ...(made !== null && { action: { label: t.undo, run: () => onUndo(made) } }),
    });
  };

  return (
    <Sheet
      title={t.absenceTitle(firstName(person.name))}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form={formId} tone="main" busy={busy}>
            {t.save}
          </Button>
        </ActionRow>
      }
    >
      <form id={formId} noValidate className={styles.form} onSubmit={(event) => void save(event)}>
        <div className={styles.dates}>
          <Field
            label={t.from}
            type="date"
            name="from"
            required
            firstFocus
            value={from}
            fault={faults.from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <Field
            label={t.until}
            type="date"
            name="until"
            required
            min={from}
            value={until}
            fault={faults.until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        <PassChoices portfolio={portfolio} pass={pass} startsLater={from > today} onChange={setPass} />
        <p role="alert" className={styles.fault}>
          {faults.all}
        </p>
      </form>
    </Sheet>
  );
}

interface PassChoicesProps {
  readonly portfolio: Portfolio;
  readonly pass: string;
  readonly startsLater: boolean;
  readonly onChange: (pass: string) => void;
}

/** Asks who gets held messages and suggestions, and says how many there are now. */
function PassChoices({ portfolio, pass, startsLater, onChange }: PassChoicesProps) {
  const t = usePortfolioWords();
  const { person, colleagues, held, suggestions } = portfolio;
  const hasThere = colleagues.some(({ isSeller, isAway }) => isSeller && !isAway);
  return (
    <>
      <Choices
        legend={t.passLegend}
        value={pass}
        onChange={onChange}
        choices={[
          ...(hasThere ? [{ value: 'spread', label: t.passSpread }] : []),
          ...colleagues.map((each) => {
            const name = nameAmong(each.name, colleagues);
            return { value: each.id, label: each.isAway ? t.away(name) : name };
          }),
          { value: 'nothing', label: t.passNothing(firstName(person.name)) },
        ]}
      />
      {pass !== 'nothing' && (
        <p className={styles.soft}>{startsLater ? t.passAtStart : t.passNow(held, suggestions)}</p>
      )}
    </>
  );
}
