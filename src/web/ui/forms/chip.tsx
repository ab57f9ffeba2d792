/** Small choices in a row: filters that are on or off, and a choice of one among a few. */
import { type ReactNode, useId } from 'react';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './chip.module.css';

/** A filter, on or off. */
export function Chip(props: { readonly on: boolean; readonly onToggle: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={props.on} onClick={props.onToggle}>
      {props.children}
    </button>
  );
}

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
}

export interface ChoicesProps<T extends string> {
  readonly legend: ReactNode;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly hideLegend?: boolean;
  /** On a phone the choices stand in two columns, so that no choice is left alone in a line of its own. */
  readonly inPairs?: boolean;
}

/** A choice of one among a few, as real radio buttons: arrow keys move, and screen readers announce the group. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { legend, choices, value, onChange, hideLegend, inPairs } = props;
  const name = useId();
  return (
    <fieldset>
      <legend className={hideLegend ? styles.unseen : styles.legend}>{legend}</legend>
      <div className={classNames(styles.row, inPairs && styles.pairs)}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.icon}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A label on an entry, such as its plan or state. A tag cannot be pressed. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: 'plain' | 'quiet' | 'warn' | 'good';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
