/** The sheet before a publication: what changes and where, lints to confirm, the start, the reason, and the answer to the ticket. */
import { useConfigureWords } from '#web/policy/configure-words.ts';
import type { DraftFaults } from '#web/policy/form/draft-policy.ts';
import { useFaultText } from '#web/policy/form/fault-text.tsx';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { MomentFields } from '#web/policy/form/moment-fields.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { AttentionIcon } from '#web/ui/icons/icons.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { policyChanges } from '#words/policy/policy-change.ts';
import { ChangeText } from './change-text.tsx';
import { LintChecks } from './lint-checks.tsx';
import styles from './publish-sheet.module.css';
import type { PublishedHours } from './published-hours.ts';
import { type PublishingProps, usePublishing } from './use-publishing.ts';

export interface PublishSheetProps extends PublishingProps {
  readonly published: PublishedHours;
}

const EFFECTIVES = ['next-quiet-start', 'now', 'date'] as const;

export function PublishSheet(props: PublishSheetProps) {
  const { brand, published, policy, draft, ticket, now, onBack } = props;
  const t = useWords();
  const c = useConfigureWords();
  const language = useLanguage();
  const faultText = useFaultText();
  const { busy, fault, lints, answer, faults, edit, send } = usePublishing(props);
  // The hours are left out, because the sheet shows old and new hours above.
  const { windows, clocks } = policy;
  const { newest } = published;
  const changes = newest === null ? [] : policyChanges(language, { ...newest, windows, clocks }, policy);

  return (
    <Sheet
      stay
      title={t.confirmTitle(brand.name)}
      onBack={onBack}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onBack}>
            {t.back}
          </Button>
          <Button tone="main" busy={busy} onClick={() => void send()}>
            {t.publish}
          </Button>
        </ActionRow>
      }
    >
      <ChangeText published={published} after={policy} now={now} zone={brand.zone} />
      {changes.length > 0 && (
        <section>
          <h3>{c.changes}</h3>
          <ul className={styles.facts}>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.soft}>{t.confirmStores(brand.stores.length)}</p>
      {lints.length > 0 && (
        <section className={styles.part}>
          <h3>{c.lints}</h3>
          <LintChecks lints={lints} confirmed={draft.confirmed} onChange={(confirmed) => edit({ confirmed })} />
        </section>
      )}
      <EffectiveFields draft={draft} zone={brand.zone} fault={faults.effective} onChange={edit} />
      <TextArea
        rows={2}
        label={t.reason}
        hint={t.reasonHint}
        value={draft.reason}
        maxLength={500}
        onChange={(event) => edit({ reason: event.target.value })}
        fault={faultText({ fault: faults.reason })}
      />
      {ticket !== null && (
        <TextArea
          rows={6}
          label={c.answer}
          hint={c.answerHint}
          value={answer}
          maxLength={4000}
          onChange={(event) => edit({ answer: event.target.value })}
        />
      )}
      <div role="alert">
        {fault !== null && (
          <Band tone="warn" picture={<AttentionIcon />} title={t.refused}>
            {fault}
          </Band>
        )}
      </div>
    </Sheet>
  );
}

interface EffectiveProps {
  readonly draft: HoursDraft;
  readonly zone: string;
  readonly fault: DraftFaults[string] | undefined;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

/** The choice of the start of the new hours. */
function EffectiveFields({ draft, zone, fault, onChange }: EffectiveProps) {
  const t = useWords();
  return (
    <>
      <Choices
        legend={t.effective}
        value={draft.effective}
        onChange={(effective) => onChange({ effective })}
        choices={EFFECTIVES.map((value) => ({ value, label: t.effectives[value] }))}
      />
      {draft.effective === 'date' ? (
        <MomentFields
          moment={{ date: draft.date, time: draft.time }}
          zone={zone}
          fault={fault && 'code' in fault ? (fault.code as 'past') : null}
          onChange={onChange}
        />
      ) : (
        <p className={styles.soft}>{t.effectiveHints[draft.effective]}</p>
      )}
    </>
  );
}
