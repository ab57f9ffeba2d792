/** Edits quiet hours that differ by weekday: each rule has its days and two times, and the ring shows the current rule. */

import { useId, useState } from 'react';
import { POLICY_LIMITS } from '#rules/policy/policy-limits.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { WEEK } from '#web/ui/ring/ring-hours.ts';
import { weekday } from '#words/core/format.ts';
import { type DraftFaults, USUAL } from './draft-policy.ts';
import { FaultText } from './fault-text.tsx';
import type { RuleDraft } from './hours-draft.ts';
import { HoursRing } from './hours-ring.tsx';
import styles from './rules-editor.module.css';
import { TwoTimes } from './two-times.tsx';

/** The day of the month of a Monday: 5 January 2026. */
const MONDAY = 5;

export interface RulesEditorProps {
  readonly rules: readonly RuleDraft[];
  readonly faults: DraftFaults;
  readonly onChange: (rules: readonly RuleDraft[]) => void;
}

export function RulesEditor({ rules, faults, onChange }: RulesEditorProps) {
  const t = useConfigureWords();
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, rules.length - 1);
  const current = rules[at];
  const put = (index: number, rule: RuleDraft) => onChange(rules.map((before, i) => (i === index ? rule : before)));
  const remove = (index: number) => {
    onChange(rules.filter((_, i) => i !== index));
    showToast({ text: t.ruleRemoved, action: { label: t.undo, run: () => onChange(rules) } });
  };

  return (
    <>
      <ul className={styles.rules}>
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is identified by its position in the list; two rules may be equal.
          <li key={index}>
            <fieldset className={styles.rule} onFocus={() => setChosen(index)}>
              <legend>{t.rule(index + 1)}</legend>
              <Days
                days={rule.days}
                fault={faults[`windows[${index}].days`]}
                onChange={(days) => put(index, { ...rule, days })}
              />
              <TwoTimes
                times={rule}
                path={`windows[${index}]`}
                faults={faults}
                named={t.rule(index + 1)}
                onChange={(times) => put(index, { ...rule, ...times })}
              />
              {rules.length > 1 && (
                <Button tone="text" aria-label={t.removeRule(index + 1)} onClick={() => remove(index)}>
                  {t.removeRule(index + 1)}
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ul>
      {rules.length < POLICY_LIMITS.windowsADay && (
        <Button onClick={() => onChange([...rules, { days: [], ...USUAL }])}>{t.addRule}</Button>
      )}
      {current !== undefined && (
        <div className={styles.ring}>
          {rules.length > 1 && <p className={styles.soft}>{t.onRing(at + 1)}</p>}
          <HoursRing times={current} onChange={(times) => put(at, { ...current, ...times })} />
        </div>
      )}
    </>
  );
}

interface DaysProps {
  readonly days: RuleDraft['days'];
  readonly fault: DraftFaults[string] | undefined;
  readonly onChange: (days: RuleDraft['days']) => void;
}

function Days({ days, fault, onChange }: DaysProps) {
  const t = useConfigureWords();
  const language = useLanguage();
  const faultId = useId();
  return (
    <fieldset className={styles.days} aria-describedby={fault && faultId}>
      <legend className={styles.legend}>{t.days}</legend>
      <div className={styles.row}>
        {WEEK.map((day, index) => {
          const name = weekday(language, `2026-01-${String(MONDAY + index).padStart(2, '0')}`);
          return (
            <label key={day} className={styles.day}>
              <input
                type="checkbox"
                checked={days.includes(day)}
                onChange={({ target }) =>
                  onChange(WEEK.filter((each) => (each === day ? target.checked : days.includes(each))))
                }
              />
              <span aria-hidden="true">{name.slice(0, 3)}</span>
              <span className={styles.whole}>{name}</span>
            </label>
          );
        })}
      </div>
      <div id={faultId} className={styles.fault} aria-live="polite">
        <FaultText fault={fault} />
      </div>
    </fieldset>
  );
}
