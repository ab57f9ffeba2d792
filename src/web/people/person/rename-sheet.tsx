/** Changes a person's name, with an undo. */
import { type FormEvent, useId, useState } from 'react';
import { changePerson } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type ChangeSheetProps, useChange } from './change-sheet.ts';

export function RenameSheet({ person, onClose, onChanged }: ChangeSheetProps) {
  const t = usePeopleWords();
  const formId = useId();
  const [name, setName] = useState(person.name);
  const { busy, fault, setFault, send } = useChange(person.id);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '') return setFault(t.nameMissing);
    if (typed === person.name) return onClose();
    if (!(await send({ name: typed }))) return;
    const undo = () => void changePerson(person.id, { name: person.name });
    showToast({ text: t.renamed(typed), action: { label: t.undo, run: undo } });
    onChanged();
  };
  return (
    <Sheet
      title={t.renameTitle(person.name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button type="submit" form={formId} tone="main" busy={busy}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.back}</Button>
        </ActionRow>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Field
          label={t.name}
          hint={person.storeId === null ? undefined : t.nameHint}
          fault={fault}
          firstFocus
          value={name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => {
            setName(event.target.value);
            setFault(null);
          }}
        />
      </form>
    </Sheet>
  );
}
