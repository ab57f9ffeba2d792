/** A customer's tags: each can be removed, a new one is typed, and the brand's tags are offered while typing. */
import { type KeyboardEvent, useState } from 'react';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { useOfferedTags } from './customer-api.ts';
import styles from './edit.module.css';
import { useFormWords } from './form-words.ts';

/** The tags are asked for after the typed text has stayed for this long. */
const STILL_MS = 250;
/** The server refuses a longer tag, and normalises every other one. */
const LONGEST_TAG = 30;

export interface TagFieldProps {
  readonly tags: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (tags: readonly string[]) => void;
}

export function TagField({ tags, fault, onChange }: TagFieldProps) {
  const t = useFormWords();
  const [typed, setTyped] = useState('');
  const offered = useOfferedTags(useDebounced(typed, STILL_MS)).filter((tag) => !tags.includes(tag));
  const add = (text: string) => {
    const tag = text.trim().toLowerCase();
    if (tag === '') return;
    onChange([...new Set([...tags, tag])].sort());
    setTyped('');
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add(typed);
  };
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t.tags}</legend>
      {tags.length > 0 && (
        <ul className={styles.chips}>
          {tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t.removeTag(tag)}
                onClick={() => onChange(tags.filter((each) => each !== tag))}
              >
                {tag} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.adding}>
        <Field
          label={t.newTag}
          hint={t.tagsHint}
          fault={fault}
          value={typed}
          maxLength={LONGEST_TAG}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={addOnEnter}
        />
        <Button onClick={() => add(typed)}>{t.addTag}</Button>
      </div>
      {offered.length > 0 && (
        <ul className={styles.chips} aria-label={t.offered}>
          {offered.map((tag) => (
            <li key={tag}>
              <button type="button" className={styles.chip} onClick={() => add(tag)}>
                <span aria-hidden="true">+ </span>
                <VisuallyHidden>{t.addTag} </VisuallyHidden>
                {tag}
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
