/** Says what becomes of the portfolio and the held contacts before a person loses the access, with an undo afterwards. */

import styles from '#web/people/people.module.css';
import { changePerson } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type ChangeSheetProps, useChange } from './change-sheet.ts';

export function DeactivateSheet({ person, onClose, onChanged }: ChangeSheetProps) {
  const t = usePeopleWords();
  const { id, name, storeId, customers, held } = person;
  const { busy, fault, send } = useChange(id);
  const deactivate = async () => {
    if (!(await send({ active: false }))) return;
    const undo = () => void changePerson(id, { active: true });
    showToast({ text: t.deactivated(name), action: { label: t.undo, run: undo } });
    onChanged();
  };
  return (
    <Sheet
      title={t.deactivateTitle(name)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
          <Button tone="main" busy={busy} onClick={() => void deactivate()}>
            {t.deactivate}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.deactivateLead}</p>
      {storeId !== null && (
        <ul className={styles.effects}>
          <li>{t.deactivateKeeps(customers)}</li>
          <li>{t.deactivateHeld(held)}</li>
        </ul>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}
