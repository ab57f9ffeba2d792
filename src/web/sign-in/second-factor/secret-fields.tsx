/** The fields for the secrets that a person gives: the own password, and a code. */
import { Field } from '#web/ui/forms/field.tsx';
import { useSecondFactorWords } from './second-factor-words.ts';

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly fault: string | null;
  readonly recovery?: boolean;
  readonly autoFocus?: boolean;
}

/** A code: six digits of the authenticator app, or a recovery code. Password managers and phones may fill it in. */
export function CodeField({ value, onChange, fault, recovery = false, autoFocus = false }: CodeFieldProps) {
  const t = useSecondFactorWords();
  return (
    <Field
      key={recovery ? 'recovery' : 'app'}
      label={recovery ? t.recoveryCode : t.code}
      name="one-time-code"
      autoComplete="one-time-code"
      inputMode={recovery ? 'text' : 'numeric'}
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      firstFocus={autoFocus}
      required
      minLength={6}
      maxLength={20}
      value={value}
      fault={fault}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly fault: string | null;
}

/** The own password, which takes the focus. */
export function PasswordField({ value, onChange, fault }: PasswordFieldProps) {
  const t = useSecondFactorWords();
  return (
    <Field
      label={t.password}
      type="password"
      name="password"
      autoComplete="current-password"
      autoFocus
      firstFocus
      required
      value={value}
      fault={fault}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
