/** Asks, field by field, what stays where somebody else changed the same customer meanwhile. Nothing typed is lost. */
import { useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { type Choice, Choices } from '#web/ui/forms/chip.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { phone, shortDate } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import { type CustomerDraft, type DraftField, withValue } from './customer-draft.ts';
import styles from './edit.module.css';
import { useFormWords } from './form-words.ts';

export interface Conflict {
  readonly field: DraftField;
  /** The value that is stored now. */
  readonly value: unknown;
}

type Kept = 'theirs' | 'mine' | 'both';

export interface ConflictSheetProps {
  readonly draft: CustomerDraft;
  readonly conflicts: readonly Conflict[];
  readonly onBack: () => void;
  /** `stored`: the draft with the values that are stored now. `chosen`: the draft with what the person chose. */
  readonly onChosen: (chosen: CustomerDraft, stored: (start: CustomerDraft) => CustomerDraft) => void;
}

export function ConflictSheet({ draft, conflicts, onBack, onChosen }: ConflictSheetProps) {
  const t = useFormWords();
  const [kept, setKept] = useState<Readonly<Partial<Record<DraftField, Kept>>>>({});
  const store = (start: CustomerDraft) =>
    conflicts.reduce((to, { field, value }) => withValue(to, field, value), start);
  const save = () => {
    const stored = store(draft);
    const picked = conflicts.map(({ field }): Partial<CustomerDraft> => {
      const choice = kept[field] ?? 'mine';
      if (choice === 'both') return { note: `${stored.note}\n${draft.note}` };
      return choice === 'theirs' ? { [field]: stored[field] } : {};
    });
    const chosen: CustomerDraft = Object.assign({ ...draft }, ...picked);
    onChosen(chosen, store);
  };
  return (
    <Sheet
      title={t.conflictTitle}
      stay
      onBack={onBack}
      actions={
        <ActionRow>
          <Button tone="main" onClick={save}>
            {t.save}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </ActionRow>
      }
    >
      <p>{t.conflictText}</p>
      <div className={styles.fields}>
        {conflicts.map(({ field }) => (
          <ConflictField
            key={field}
            field={field}
            theirs={store(draft)}
            mine={draft}
            kept={kept[field] ?? 'mine'}
            onKeep={(choice) => setKept({ ...kept, [field]: choice })}
          />
        ))}
      </div>
    </Sheet>
  );
}

interface ConflictFieldProps {
  readonly field: DraftField;
  readonly theirs: CustomerDraft;
  readonly mine: CustomerDraft;
  readonly kept: Kept;
  readonly onKeep: (kept: Kept) => void;
}

function ConflictField({ field, theirs, mine, kept, onKeep }: ConflictFieldProps) {
  const t = useFormWords();
  const show = useShownValue(field);
  const choices: readonly Choice<Kept>[] = [
    { value: 'mine', label: `${t.mine}: ${show(mine)}` },
    { value: 'theirs', label: `${t.theirs}: ${show(theirs)}` },
    ...(field === 'note' ? [{ value: 'both' as const, label: t.both }] : []),
  ];
  return <Choices legend={t.fields[field]} value={kept} choices={choices} onChange={onKeep} />;
}

/** Returns the function that writes the field of a draft as people read it. */
function useShownValue(field: DraftField): (draft: CustomerDraft) => string {
  const t = useFormWords();
  const language = useLanguage();
  return (draft) => {
    if (field === 'tags') return draft.tags.join(', ') || t.empty;
    if (field === 'permission') return t.states[draft.permission.state];
    const text = draft[field].trim();
    if (text === '') return t.empty;
    if (field === 'phone' && text.startsWith('+')) return phone(text);
    if (field === 'bornOn') return shortDate(language, text);
    return field === 'zone' ? cityOfZone(text) : text;
  };
}
