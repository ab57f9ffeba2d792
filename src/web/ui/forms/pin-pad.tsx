/** Asks for a PIN with large keys, without the phone's keyboard; a hardware keyboard works as well. */
import { useId, useLayoutEffect, useRef } from 'react';
import { EraseIcon } from '#web/ui/icons/icons.tsx';
import styles from './pin-pad.module.css';

export interface PinPadProps {
  readonly label: string;
  /** The digits so far, at most eight. */
  readonly value: string;
  readonly onChange: (digits: string) => void;
  /** The fewest digits of a PIN; four by default. */
  readonly shortest?: number;
  /** The callback for Enter and the last key, once there are enough digits. */
  readonly onSubmit: () => void;
  readonly submitLabel: string;
  readonly eraseLabel: string;
  /** Says why the PIN was refused, or how long to wait. */
  readonly fault?: string | undefined;
  readonly busy?: boolean;
  /** The person must wait before the next try: no digits are accepted now. */
  readonly locked?: boolean;
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const SHORTEST = 4;
const LONGEST = 8;

export function PinPad(props: PinPadProps) {
  const {
    label,
    value,
    onChange,
    shortest = SHORTEST,
    onSubmit,
    submitLabel,
    eraseLabel,
    fault,
    busy = false,
    locked = false,
  } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const ready = value.length >= shortest && !busy && !locked;
  const press = (digit: string) => {
    if (!busy && value.length < LONGEST) onChange(value + digit);
  };

  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), []);

  return (
    <form
      className={styles.pad}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit();
      }}
    >
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.digits}
        type="password"
        inputMode="none"
        autoComplete="off"
        maxLength={LONGEST}
        value={value}
        readOnly={busy}
        disabled={locked}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, LONGEST))}
      />
      <p id={`${id}-fault`} className={styles.fault} aria-live="assertive">
        {fault}
      </p>
      <div className={styles.keys}>
        {KEYS.map((digit) => (
          <button key={digit} type="button" className={styles.key} disabled={locked} onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button
          type="button"
          className={styles.quiet}
          aria-label={eraseLabel}
          disabled={locked || value === ''}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <EraseIcon size={24} />
        </button>
        <button type="button" className={styles.key} disabled={locked} onClick={() => press('0')}>
          0
        </button>
        <button type="submit" className={styles.enter} disabled={!ready}>
          {submitLabel}
        </button>
      </div>
    </form>
  );
}
