/** The field for a new password, with its rule before typing, and the button that shows what was typed. */
import { type ReactNode, useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { useLinkWords } from './link-words.ts';

export interface NewPasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly fault: ReactNode;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

/** The fewest characters, as the server demands. */
const SHORTEST = 10;

/** How many characters a password still lacks. */
export function missingCharacters(password: string): number {
  return Math.max(0, SHORTEST - [...password.normalize('NFKC')].length);
}

export function NewPasswordField({ label, value, fault, autoFocus, onChange }: NewPasswordFieldProps) {
  const t = useLinkWords();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field
        label={label}
        hint={t.rules}
        type={shown ? 'text' : 'password'}
        name="new-password"
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        required
        maxLength={128}
        value={value}
        fault={fault}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button tone="text" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t.hide : t.show}
      </Button>
    </>
  );
}
