/** The fields for the clock that counts, what happens to profile, reply and automation in quiet hours, and the pace. */
import { POLICY_LIMITS } from '#rules/policy/policy-limits.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { zoneName } from '#web/shell/support/zone-name.ts';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field, Hint } from '#web/ui/forms/field.tsx';
import styles from './behaviour-fields.module.css';
import type { DraftFaults } from './draft-policy.ts';
import { useFaultText } from './fault-text.tsx';
import type { HoursDraft } from './hours-draft.ts';

export interface BehaviourFieldsProps {
  readonly draft: HoursDraft;
  readonly zone: string;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

const CLOCKS = ['store', 'store-and-customer', 'brand'] as const;

export function ClockFields({ draft, zone, onChange }: Omit<BehaviourFieldsProps, 'faults'>) {
  const t = useConfigureWords();
  const language = useLanguage();
  const hints = { ...t.clockHints, brand: t.clockHints.brand(zoneName(language, zone)) };
  return (
    <div className={styles.group}>
      <Choices
        legend={t.clocks}
        value={draft.clocks}
        onChange={(clocks) => onChange({ clocks })}
        choices={CLOCKS.map((value) => ({ value, label: t.clockChoices[value] }))}
      />
      <Hint>{hints[draft.clocks]}</Hint>
    </div>
  );
}

export function BehaviourFields({ draft, faults, onChange }: Omit<BehaviourFieldsProps, 'zone'>) {
  const t = useConfigureWords();
  const { actions } = draft;
  return (
    <>
      <div className={styles.group}>
        <Choices
          legend={t.profile}
          value={actions.profile}
          onChange={(profile) => onChange({ actions: { ...actions, profile } })}
          choices={(['warn', 'warn-with-reason'] as const).map((value) => ({ value, label: t.profileChoices[value] }))}
        />
        <Hint>{t.profileHint}</Hint>
      </div>
      <div className={styles.group}>
        <Choices
          legend={t.reply}
          value={actions.reply}
          onChange={(reply) => onChange({ actions: { ...actions, reply } })}
          choices={(['allow', 'warn'] as const).map((value) => ({ value, label: t.replyChoices[value] }))}
        />
        <Hint>{t.replyHint}</Hint>
      </div>
      <div className={styles.group}>
        <Choices
          legend={t.automation}
          value={actions.automation}
          onChange={(automation) => onChange({ actions: { ...actions, automation } })}
          choices={(['block', 'hold'] as const).map((value) => ({ value, label: t.automationChoices[value] }))}
        />
        <Hint>{t.automationHint}</Hint>
      </div>
      <PaceFields draft={draft} faults={faults} onChange={onChange} />
    </>
  );
}

function PaceFields({ draft, faults, onChange }: Omit<BehaviourFieldsProps, 'zone'>) {
  const t = useConfigureWords();
  return (
    <fieldset className={styles.pace}>
      <legend>{t.pace}</legend>
      <Hint>{t.paceHint}</Hint>
      <div className={styles.row}>
        <WholeNumberField
          label={t.paceMax}
          value={draft.paceMax}
          fault={faults['pace.seller.max']}
          range={POLICY_LIMITS.sellerMax}
          onChange={(paceMax) => onChange({ paceMax })}
        />
        <WholeNumberField
          label={t.paceMinutes}
          value={draft.paceMinutes}
          fault={faults['pace.seller.perMinutes']}
          range={POLICY_LIMITS.sellerMinutes}
          onChange={(paceMinutes) => onChange({ paceMinutes })}
        />
      </div>
      <Choices
        legend={t.paceAction}
        value={draft.paceAction}
        onChange={(paceAction) => onChange({ paceAction })}
        choices={(['warn', 'block', 'off'] as const).map((value) => ({ value, label: t.paceChoices[value] }))}
      />
      <WholeNumberField
        label={t.spread}
        hint={t.spreadHint}
        value={draft.spreadMinutes}
        fault={faults['pace.releaseSpreadMinutes']}
        range={POLICY_LIMITS.releaseSpreadMinutes}
        onChange={(spreadMinutes) => onChange({ spreadMinutes })}
      />
      <WholeNumberField
        label={t.sender}
        hint={t.senderHint}
        value={draft.senderPerMinute}
        fault={faults['pace.senderPerMinute']}
        range={POLICY_LIMITS.senderPerMinute}
        onChange={(senderPerMinute) => onChange({ senderPerMinute })}
      />
    </fieldset>
  );
}

interface WholeNumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly fault: DraftFaults[string] | undefined;
  readonly range: readonly [number, number];
  readonly onChange: (typed: string) => void;
}

/** A field for a whole number. `onChange` gets the typed text, which may be no number yet. */
function WholeNumberField({ label, hint, value, fault, range: [least, most], onChange }: WholeNumberFieldProps) {
  const faultText = useFaultText();
  return (
    <Field
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      value={value}
      fault={faultText({ fault, least, most })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
