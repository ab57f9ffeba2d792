/** The field for the e-mail address to which an invitation goes. */
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { usePeopleWords } from './people-words.ts';

export interface InvitationFieldProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly firstFocus?: boolean;
  readonly onChange: (typed: string) => void;
}

export function InvitationField({ onChange, ...field }: InvitationFieldProps) {
  const t = usePeopleWords();
  return (
    <EmailField
      {...field}
      label={t.email}
      hint={t.emailHint}
      maxLength={254}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
