/** The field of a message, with the length of the text. The same field stays mounted whatever can be done with the message. */
import type { ReactNode, Ref } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { TextArea } from '#web/ui/forms/field.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import styles from './compose.module.css';

/** The longest text that the server accepts; the count is shown only when little is left. */
const LONGEST = 4096;
const SAID_FROM = 3800;

export interface MessageTextProps {
  readonly text: string;
  readonly customerName: string;
  readonly readOnly: boolean;
  /** Replaces the label "Mensagem" and makes the label visible. */
  readonly label?: string | undefined;
  /** A note beside the length. */
  readonly note?: ReactNode;
  readonly hint?: ReactNode;
  readonly fault?: ReactNode;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

export function MessageText({ text, customerName, label, note, onChange, ...area }: MessageTextProps) {
  const c = useContactWords();
  return (
    <>
      <TextArea
        {...area}
        label={label ?? c.compose.text}
        hideLabel={label === undefined}
        value={text}
        maxLength={LONGEST}
        rows={7}
        placeholder={c.compose.placeholder(firstName(customerName))}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.under}>
        <span className={styles.soft}>{note}</span>
        <span className={styles.soft} aria-hidden="true">
          {text.length > SAID_FROM ? c.compose.counterSaid(LONGEST - text.length) : c.compose.counter(text.length)}
        </span>
        <VisuallyHidden>
          <span role="status">{text.length > SAID_FROM && c.compose.counterSaid(LONGEST - text.length)}</span>
        </VisuallyHidden>
      </div>
    </>
  );
}
