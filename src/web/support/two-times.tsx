/** When quiet starts and ends: typed, or moved on the ring; the two are one. */
import { useId } from 'react';
import { clockText, DAY_MINUTES, type DialArc, windowArc } from '#rules/ring.ts';
import { SettingRing } from '#web/ring/setting-ring.tsx';
import { readClock } from '#web/ui/clock-text.ts';
import { TimeField } from '#web/ui/time-field.tsx';
import type { HoursDraft } from './hours-draft.ts';
import { lengthText } from './length-text.ts';
import type { DraftFaults } from './publication.ts';
import { useWords } from './support-words.ts';
import styles from './two-times.module.css';

export interface TwoTimesProps {
  readonly draft: HoursDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

export function TwoTimes({ draft, faults, onChange }: TwoTimesProps) {
  const t = useWords();
  const faultId = useId();
  const arc = arcOf(draft);
  const says = [
    faults.start && t.unclearTime(draft.start.trim()),
    faults.end && t.unclearTime(draft.end.trim()),
    faults.times && t.sameTimes,
  ].filter(Boolean);

  return (
    <>
      <div className={styles.fields}>
        <TimeField
          label={t.start}
          value={draft.start}
          faultId={faults.start || faults.times ? faultId : undefined}
          onChange={(start) => onChange({ start })}
        />
        <span className={styles.until} aria-hidden="true">
          {t.until}
        </span>
        <TimeField
          label={t.end}
          value={draft.end}
          dayEnd
          faultId={faults.end || faults.times ? faultId : undefined}
          onChange={(end) => onChange({ end })}
        />
      </div>
      <p id={faultId} className={styles.fault} aria-live="polite">
        {[...new Set(says)].join(' ')}
      </p>
      <SettingRing
        arc={arc}
        labels={{ start: t.startHand, end: t.endHand }}
        middle={{ large: lengthText(arc.end - arc.start), small: t.night }}
        onChange={(moved) => onChange(typedBy(moved))}
      />
    </>
  );
}

/** Where a time is still being typed, the ring keeps the last whole night it can read. */
function arcOf({ start, end }: HoursDraft): DialArc {
  const from = readClock(start) ?? '20:00';
  const to = readClock(end, true) ?? '08:00';
  return windowArc({ start: from, end: to });
}

/** A night that ends as the day ends is written 00:00, unless it is the whole day. */
function typedBy({ start, end }: DialArc): Pick<HoursDraft, 'start' | 'end'> {
  return { start: clockText(start), end: end - start === DAY_MINUTES ? '24:00' : clockText(end) };
}
