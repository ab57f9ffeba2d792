/** The ring that edits the same two times as the text fields. */
import { clockText, DAY_MINUTES, type DialArc, windowArc } from '#rules/time/ring.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { SettingRing } from '#web/ui/ring/setting-ring.tsx';
import { lengthText } from '#words/core/length-text.ts';
import { USUAL } from './draft-policy.ts';
import type { TimesDraft } from './hours-draft.ts';

export interface HoursRingProps {
  readonly times: TimesDraft;
  readonly onChange: (times: TimesDraft) => void;
}

export function HoursRing({ times, onChange }: HoursRingProps) {
  const t = useWords();
  const arc = arcOf(times);
  return (
    <SettingRing
      arc={arc}
      labels={{ start: t.startHand, end: t.endHand }}
      middle={{ large: lengthText(arc.end - arc.start), small: t.night }}
      onChange={(moved) => onChange(timesOf(moved))}
    />
  );
}

/** While a time is incomplete, the ring shows a whole night. */
function arcOf({ start, end }: TimesDraft): DialArc {
  return windowArc({ start: readClock(start) ?? USUAL.start, end: readClock(end, true) ?? USUAL.end });
}

/** Writes a night that ends at the end of the day as 00:00, unless it is the whole day. */
function timesOf({ start, end }: DialArc): TimesDraft {
  return { start: clockText(start), end: end - start === DAY_MINUTES ? '24:00' : clockText(end) };
}
