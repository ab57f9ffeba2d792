/** Shows the fault of one field in words. */

import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import type { DraftFaults } from './draft-policy.ts';

export interface FaultTextProps {
  readonly fault: DraftFaults[string] | undefined;
  readonly typed?: string;
  /** Limits of a number field. */
  readonly least?: number;
  readonly most?: number;
}

export function FaultText(props: FaultTextProps) {
  const text = useFaultText()(props);
  return text && <p>{text}</p>;
}

export function useFaultText(): (props: FaultTextProps) => string | null {
  const t = useConfigureWords();
  const s = useWords();
  return ({ fault, typed = '', least = 0, most = 0 }) => {
    if (fault === undefined) return null;
    if ('said' in fault) return fault.said;
    switch (fault.code) {
      case 'unclear':
        return t.faults.unclear(typed);
      case 'no_number':
        return t.faults.no_number(least, most);
      case 'missing':
        return s.missingReason;
      case 'skipped':
        return s.skippedTime;
      case 'past':
        return s.pastDate;
      default:
        return t.faults[fault.code];
    }
  };
}
