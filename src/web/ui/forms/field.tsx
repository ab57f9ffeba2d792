/** What is typed: a label above, the hint and what is wrong below, tied to the field so that they are read with it. */
import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './field.module.css';

interface Labelled {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; the field is marked and the sentence read aloud. */
  readonly fault?: ReactNode;
  /** The label is read but not shown, where the place says it already. */
  readonly hideLabel?: boolean | undefined;
}

export interface FieldProps
  extends Labelled,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'id'> {
  /** A picture in front of the text, such as the glass of a search. */
  readonly icon?: ReactNode;
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function Field({ label, hint, fault, hideLabel, icon, firstFocus, ...input }: FieldProps) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, fault, hideLabel }}>
      <span className={styles.with}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <input
          {...input}
          {...described(id, hint, fault)}
          data-first-focus={firstFocus || undefined}
          className={classNames(styles.input, icon !== undefined && styles.padded)}
        />
      </span>
    </Frame>
  );
}

export interface TextAreaProps
  extends Labelled,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'style' | 'id'> {
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines; it grows with what is typed where the browser can. */
export function TextArea({ label, hint, fault, hideLabel, firstFocus, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, fault, hideLabel }}>
      <textarea
        rows={4}
        {...area}
        {...described(id, hint, fault)}
        data-first-focus={firstFocus || undefined}
        className={classNames(styles.input, styles.area)}
      />
    </Frame>
  );
}

function Frame({ id, label, hint, fault, hideLabel, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? styles.unseen : styles.label}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <p id={`${id}-fault`} className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

function described(id: string, hint: ReactNode, fault: ReactNode) {
  const ids = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': ids || undefined };
}
