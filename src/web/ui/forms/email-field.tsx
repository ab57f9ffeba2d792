/** A field for an e-mail address: no capitals and no corrections, and the keyboard of a phone has the at sign. */
import { Field, type FieldProps } from './field.tsx';

export type EmailFieldProps = Omit<FieldProps, 'type' | 'name' | 'inputMode' | 'autoCapitalize' | 'spellCheck'>;

/** `autoComplete`: `username` for the account of the person who types, `off` for another person's address. */
export function EmailField(props: EmailFieldProps) {
  return (
    <Field required {...props} type="email" name="email" inputMode="email" autoCapitalize="none" spellCheck={false} />
  );
}
