/** The setting of a brand that requires a second factor of its managers. `brandId` null: the own brand. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { changeSettings, useSettings } from '#web/sign-in/brand-settings/settings-api.ts';
import styles from './second-factor.module.css';
import { useSecondFactorWords } from './second-factor-words.ts';

export function RequireSecondFactor({ brandId }: { readonly brandId: string | null }) {
  const t = useSecondFactorWords();
  const { data } = useSettings(brandId);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const change = async (required: boolean) => {
    if (busy) return;
    setBusy(true);
    const answer = await changeSettings(brandId, { secondFactorRequired: required });
    setBusy(false);
    setFault(answer.kind === 'lost' ? t.unreached : answer.kind === 'refused' ? sentenceOf(answer.refusal) : null);
  };
  if (data === undefined) return null;
  return (
    <section className={styles.steps}>
      <h2>{t.requireTitle}</h2>
      <label className={styles.setting}>
        <input
          type="checkbox"
          checked={data.secondFactorRequired}
          disabled={busy}
          onChange={({ target }) => void change(target.checked)}
        />
        <span>
          {t.requireOn}
          <small>{t.requireLead}</small>
        </span>
      </label>
      <p className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </section>
  );
}
