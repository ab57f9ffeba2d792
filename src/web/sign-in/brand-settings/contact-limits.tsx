/** The settings of a brand that give a number rest between contacts: the cool-down and unanswered contacts (D6, D6b), and the suggestions of a seller's day. */
import { type FormEvent, useState } from 'react';
import type { Settings } from '#contract/people/settings.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import styles from '#web/sign-in/second-factor/second-factor.module.css';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useContactLimitsWords } from './contact-limits-words.ts';
import { changeSettings, useSettings } from './settings-api.ts';

/** `brandId` null: the own brand. */
export function ContactLimits({ brandId }: { readonly brandId: string | null }) {
  const t = useContactLimitsWords();
  const { data, error, again } = useSettings(brandId);
  return (
    <section className={styles.steps}>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {data !== undefined && <LimitsForm brandId={brandId} settings={data} />}
      {data === undefined && error === null && <Skeleton label={t.loading} rows={2} />}
      {data === undefined && error !== null && (
        <>
          <p role="alert">{t.unread}</p>
          <Button onClick={() => void again()}>{t.tryAgain}</Button>
        </>
      )}
    </section>
  );
}

type Faults = Readonly<Partial<Record<'coolDown' | 'unanswered' | 'perDay' | 'form', string>>>;

function LimitsForm({ brandId, settings }: { readonly brandId: string | null; readonly settings: Settings }) {
  const t = useContactLimitsWords();
  const [coolDown, setCoolDown] = useState(String(settings.coolDownDays));
  const [unanswered, setUnanswered] = useState(String(settings.unansweredAfter));
  const [perDay, setPerDay] = useState(String(settings.suggestionsPerSellerDay));
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const coolDownDays = wholeNumber(coolDown, 0, 365);
    const unansweredAfter = unanswered.trim() === '0' ? 0 : wholeNumber(unanswered, 2, 10);
    const suggestionsPerSellerDay = wholeNumber(perDay, 1, 100);
    if (coolDownDays === null || unansweredAfter === null || suggestionsPerSellerDay === null) {
      return setFaults({
        ...(coolDownDays === null && { coolDown: t.coolDownFault }),
        ...(unansweredAfter === null && { unanswered: t.unansweredFault }),
        ...(suggestionsPerSellerDay === null && { perDay: t.perDayFault }),
      });
    }
    setBusy(true);
    setFaults({});
    const answer = await changeSettings(brandId, { coolDownDays, unansweredAfter, suggestionsPerSellerDay });
    setBusy(false);
    if (answer.kind === 'done') return showToast({ text: t.saved });
    setFaults({ form: answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal) });
  };

  return (
    <form className={styles.steps} noValidate aria-busy={busy} onSubmit={save}>
      <Field
        label={t.coolDown}
        hint={t.coolDownHint}
        fault={faults.coolDown}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={coolDown}
        onChange={({ target }) => setCoolDown(target.value)}
      />
      <Field
        label={t.unanswered}
        hint={t.unansweredHint}
        fault={faults.unanswered}
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        value={unanswered}
        onChange={({ target }) => setUnanswered(target.value)}
      />
      <Field
        label={t.perDay}
        hint={t.perDayHint}
        fault={faults.perDay}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={perDay}
        onChange={({ target }) => setPerDay(target.value)}
      />
      <p className={styles.fault} role="alert">
        {faults.form}
      </p>
      <div>
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

/** Returns the typed number; null if it is no whole number between the two. */
function wholeNumber(typed: string, least: number, most: number): number | null {
  const text = typed.trim();
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : null;
}
