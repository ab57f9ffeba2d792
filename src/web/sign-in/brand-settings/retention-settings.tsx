/** How long the brand keeps texts, drafts and receipts: the days that a brand chooses, what else is kept, and why. */
import { type FormEvent, useState } from 'react';
import type { Settings } from '#contract/people/settings.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import styles from '#web/sign-in/second-factor/second-factor.module.css';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useRetentionWords } from './retention-words.ts';
import { changeSettings, useSettings } from './settings-api.ts';

type Days = Settings['retention'];

/** The least and the most days, as the server takes them. */
const LIMITS = {
  textsDays: [7, 3650],
  draftsDays: [1, 365],
  receiptsDays: [180, 3650],
} as const satisfies Record<keyof Days, readonly [number, number]>;
const FIELDS = Object.keys(LIMITS) as (keyof Days)[];

/** `brandId` null: the own brand. */
export function RetentionSettings({ brandId }: { readonly brandId: string | null }) {
  const t = useRetentionWords();
  const { data, error, again } = useSettings(brandId);
  return (
    <section className={styles.steps}>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      {data !== undefined && <DaysForm brandId={brandId} settings={data} />}
      {data === undefined && error === null && <Skeleton label={t.loading} rows={2} />}
      {data === undefined && error !== null && (
        <>
          <p role="alert">{t.unread}</p>
          <Button onClick={() => void again()}>{t.tryAgain}</Button>
        </>
      )}
      <h3>{t.fixed}</h3>
      <ul>
        {t.fixedPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

type Faults = Readonly<Partial<Record<keyof Days | 'form', string>>>;

function DaysForm({ brandId, settings }: { readonly brandId: string | null; readonly settings: Settings }) {
  const t = useRetentionWords();
  const { retention, coolDownDays } = settings;
  const [typed, setTyped] = useState<Readonly<Record<keyof Days, string>>>({
    textsDays: String(retention.textsDays),
    draftsDays: String(retention.draftsDays),
    receiptsDays: String(retention.receiptsDays),
  });
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = FIELDS.filter((field) => !isWithin(typed[field], LIMITS[field]));
    setFaults(Object.fromEntries(wrong.map((field) => [field, t.between(LIMITS[field][0], LIMITS[field][1])])));
    if (wrong.length > 0) return;
    setBusy(true);
    const [textsDays, draftsDays, receiptsDays] = FIELDS.map((field) => Number(typed[field])) as [
      number,
      number,
      number,
    ];
    const answer = await changeSettings(brandId, { retention: { textsDays, draftsDays, receiptsDays } });
    setBusy(false);
    if (answer.kind === 'done') return showToast({ text: t.saved });
    setFaults({ form: answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal) });
  };

  return (
    <form className={styles.steps} noValidate aria-busy={busy} onSubmit={save}>
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={t.fields[field].label}
          hint={t.fields[field].why}
          fault={faults[field]}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={typed[field]}
          onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
        />
      ))}
      {coolDownDays > Number(typed.receiptsDays) && <p>{t.coolDownLonger(coolDownDays)}</p>}
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

function isWithin(typed: string, [least, most]: readonly [number, number]): boolean {
  const value = Number(typed.trim());
  return /^\d+$/.test(typed.trim()) && value >= least && value <= most;
}
