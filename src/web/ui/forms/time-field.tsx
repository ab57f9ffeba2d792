/** A time of day, typed: large, `HH:mm`, forgiving about how it is written. */
import { type Ref, useId } from 'react';
import { readClock } from './clock-text.ts';
import styles from './time-field.module.css';

export interface TimeFieldProps {
  readonly label: string;
  /** As typed so far; `HH:mm` once understood. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** `24:00` is a time here (the end of a window). */
  readonly dayEnd?: boolean;
  /** Id of the sentence that says what is wrong with it. */
  readonly faultId?: string | undefined;
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** What was typed becomes `HH:mm` on leaving the field or on Enter; what is not understood stays as it was typed. */
export function TimeField({ label, value, onChange, dayEnd = false, faultId, firstFocus, ref }: TimeFieldProps) {
  const id = useId();
  const settle = () => {
    const read = readClock(value, dayEnd);
    if (read !== null && read !== value) onChange(read);
  };
  return (
    <span className={styles.time}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        className={styles.input}
        value={value}
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        placeholder="00:00"
        aria-invalid={faultId !== undefined || undefined}
        aria-describedby={faultId}
        data-first-focus={firstFocus || undefined}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </span>
  );
}
