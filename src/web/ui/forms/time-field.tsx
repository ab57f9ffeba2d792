/** A large field for a time of day, which accepts many spellings and shows `HH:mm`. */
import { type ReactNode, type Ref, useId } from 'react';
import { readClock } from './clock-text.ts';
import styles from './time-field.module.css';

export interface TimeFieldProps {
  readonly label: ReactNode;
  /** The text as typed; `HH:mm` once it was read as a time. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Accepts `24:00` (the end of a window). */
  readonly dayEnd?: boolean;
  /** The id of the sentence about the fault. */
  readonly faultId?: string | undefined;
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A typed time becomes `HH:mm` on leaving the field or on Enter; other text stays as typed. */
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
