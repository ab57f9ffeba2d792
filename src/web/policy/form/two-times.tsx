/** Two large fields for the start and the end of quiet hours: all that most brands need. */
import { useId } from 'react';
import { useWords } from '#web/shell/support/support-words.ts';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import type { DraftFaults } from './draft-policy.ts';
import { FaultText } from './fault-text.tsx';
import type { TimesDraft } from './hours-draft.ts';
import styles from './two-times.module.css';

export interface TwoTimesProps {
  readonly times: TimesDraft;
  /** The field of these times in the policy: `windows[0]`. */
  readonly path: string;
  readonly faults: DraftFaults;
  readonly onChange: (times: TimesDraft) => void;
  /** The name of this pair, where several pairs are on the screen. */
  readonly named?: string | undefined;
}

export function TwoTimes({ times, path, faults, onChange, named }: TwoTimesProps) {
  const t = useWords();
  const faultId = useId();
  const { start, end } = times;
  const name = (label: string) => (named === undefined ? label : `${label}, ${named}`);
  const at = (place: string) => (faults[`${path}.${place}`] ? faultId : undefined);
  const equal = faults[`${path}.end`];
  const isSame = equal !== undefined && 'code' in equal && equal.code === 'same';
  return (
    <div>
      <div className={styles.fields}>
        <TimeField
          label={name(t.start)}
          value={start}
          faultId={isSame ? faultId : at('start')}
          onChange={(typed) => onChange({ ...times, start: typed })}
        />
        <span className={styles.until} aria-hidden="true">
          {t.until}
        </span>
        <TimeField
          label={name(t.end)}
          value={end}
          dayEnd
          faultId={at('end')}
          onChange={(typed) => onChange({ ...times, end: typed })}
        />
      </div>
      <div id={faultId} className={styles.fault} aria-live="polite">
        <FaultText fault={faults[`${path}.start`]} typed={start} />
        <FaultText fault={equal} typed={end} />
      </div>
    </div>
  );
}
