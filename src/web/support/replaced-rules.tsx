/** What two times put aside: said plainly, with the choice about special dates. */

import { simpleTimes } from '#web/ring/hours.ts';
import { Band } from '#web/ui/band.tsx';
import { Button } from '#web/ui/button.tsx';
import { AttentionIcon } from '#web/ui/icons.tsx';
import type { Hours } from '#words/sentence.ts';
import type { HoursDraft } from './hours-draft.ts';
import styles from './replaced-rules.module.css';
import { CalendarIcon } from './support-icons.tsx';
import { useWords } from './support-words.ts';

export interface ReplacedRulesProps {
  /** The policy that was published last. */
  readonly base: Hours;
  readonly draft: HoursDraft;
  readonly onChange: (change: Partial<HoursDraft>) => void;
  /** The way back to the rules as they are; absent where two times replace two times. */
  readonly onKeep?: () => void;
}

export function ReplacedRules({ base, draft, onChange, onKeep }: ReplacedRulesProps) {
  const t = useWords();
  const dates = base.exceptions.length;
  const rich = simpleTimes(base) === null;
  return (
    <Band
      tone={rich ? 'warn' : 'day'}
      picture={rich ? <AttentionIcon /> : <CalendarIcon />}
      title={rich ? t.replaced : t.dates(dates)}
      action={onKeep && <Button onClick={onKeep}>{t.keepRules}</Button>}
    >
      {rich && <p>{t.replacedRules(base.windows.length)}.</p>}
      {dates > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.keepDates}
            onChange={(event) => onChange({ keepDates: event.target.checked })}
          />
          {t.keepDates(dates)}
        </label>
      )}
    </Band>
  );
}
