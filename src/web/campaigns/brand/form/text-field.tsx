/** The text of a campaign, with buttons that insert variables and faults that name their place. */
import { useRef } from 'react';
import { TEXT_VARIABLES, type TextVariable } from '#rules/contact/message-text.ts';
import styles from '#web/campaigns/brand/campaigns.module.css';
import { useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Hint, TextArea } from '#web/ui/forms/field.tsx';

export interface CampaignTextProps {
  readonly text: string;
  readonly fault: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The most characters of a text, as on the server. */
const LONGEST_TEXT = 1000;

export function CampaignText({ text, fault, onChange }: CampaignTextProps) {
  const t = useCampaignsWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const wasFocused = useRef(false);
  const atEnd = { selectionStart: text.length, selectionEnd: text.length };
  const insert = (variable: TextVariable) => {
    // A field that nobody has touched has its caret at the beginning; a variable then belongs at the end.
    const { selectionStart, selectionEnd } = wasFocused.current && area.current !== null ? area.current : atEnd;
    const place = `{${variable}}`;
    onChange(text.slice(0, selectionStart) + place + text.slice(selectionEnd));
    const caret = selectionStart + place.length;
    // The caret is set after the field has got its new text.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  return (
    <div className={styles.fields}>
      <TextArea
        ref={area}
        label={t.text}
        hint={t.textHint}
        fault={fault}
        rows={5}
        maxLength={LONGEST_TEXT}
        value={text}
        onFocus={() => {
          wasFocused.current = true;
        }}
        onChange={(event) => onChange(event.target.value)}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t.variables}</legend>
        <div className={styles.row}>
          {TEXT_VARIABLES.map((variable) => (
            <Button key={variable} onClick={() => insert(variable)}>
              {t.variableNames[variable]}
            </Button>
          ))}
        </div>
        <Hint>{t.fallbackHint}</Hint>
      </fieldset>
    </div>
  );
}
