/** Text fields: the label above, the hint and the fault below, both linked to the field so that screen readers read them with it. */
import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './field.module.css';

interface Labelled {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Says which fault the input has and how to correct it; the field is marked and the sentence is read aloud. */
  readonly fault?: ReactNode;
  /** The label is read aloud but not shown, where the screen already says it. */
  readonly hideLabel?: boolean | undefined;
}

export interface FieldProps
  extends Labelled,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'style' | 'id'> {
  /** An icon in front of the text, such as the magnifying glass of a search. */
  readonly icon?: ReactNode;
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field of one line. */
export function Field({ label, hint, fault, hideLabel, icon, firstFocus, ...input }: FieldProps) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, fault, hideLabel }}>
      <span className={styles.with}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <input
          {...input}
          {...describedBy(id, hint, fault)}
          data-first-focus={firstFocus || undefined}
          className={classNames(styles.input, icon !== undefined && styles.padded)}
        />
      </span>
    </FieldFrame>
  );
}

export interface TextAreaProps
  extends Labelled,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'style' | 'id'> {
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** A field of several lines; it grows with the text where the browser supports that. */
export function TextArea({ label, hint, fault, hideLabel, firstFocus, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame {...{ id, label, hint, fault, hideLabel }}>
      <textarea
        rows={4}
        {...area}
        {...describedBy(id, hint, fault)}
        data-first-focus={firstFocus || undefined}
        className={classNames(styles.input, styles.area)}
      />
    </FieldFrame>
  );
}

/** The label above a field, the hint and the fault below. */
export function FieldFrame({
  id,
  label,
  hint,
  fault,
  hideLabel,
  children,
}: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? styles.unseen : styles.label}>
        {label}
      </label>
      {children}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <Fault id={`${id}-fault`}>{fault}</Fault>
    </div>
  );
}

interface SentenceProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/** Says before typing what a field or a group of fields is for. */
export function Hint({ id, children }: SentenceProps) {
  return (
    <p id={id} className={styles.hint}>
      {children}
    </p>
  );
}

/** Says what is wrong with a field or a group of fields, and is read aloud. */
export function Fault({ id, children }: SentenceProps) {
  return (
    <p id={id} className={styles.fault} aria-live="polite">
      {children}
    </p>
  );
}

/** The attributes by which a field names its hint and its fault for screen readers. */
export function describedBy(id: string, hint: ReactNode, fault: ReactNode) {
  const ids = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': ids || undefined };
}
