/** Changes a person's store or role: first the choice, then what the change does, then the confirmation. */
import { useState } from 'react';
import styles from '#web/people/people.module.css';
import { changePerson, type PersonChange, tryChange } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { StoreField } from '#web/people/store-field.tsx';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type ChangeSheetProps, useChange } from './change-sheet.ts';

const ROLES = ['seller', 'store_manager'] as const;

interface Effects {
  readonly customers: number;
  readonly ended: number;
}

export function MoveSheet({ person, onClose, onChanged }: ChangeSheetProps) {
  const t = usePeopleWords();
  const [storeId, setStoreId] = useState(person.storeId ?? '');
  const [role, setRole] = useState(person.role);
  const [effects, setEffects] = useState<Effects | null>(null);
  const { busy, setBusy, fault, setFault, send } = useChange(person.id);
  const isMoved = storeId !== person.storeId;
  const change: PersonChange = {
    ...(isMoved && { storeId }),
    ...(role !== person.role && role !== 'brand_manager' && { role }),
  };
  const goOn = async () => {
    if (Object.keys(change).length === 0) return setFault(t.noChange);
    setBusy(true);
    setFault(null);
    const answer = await tryChange(person.id, change);
    setBusy(false);
    if (answer.kind === 'done') return setEffects(answer.body);
    setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
  };
  const move = async () => {
    if (!(await send(change))) return;
    const before: PersonChange = {
      ...(isMoved && person.storeId !== null && { storeId: person.storeId }),
      ...('role' in change && person.role !== 'brand_manager' && { role: person.role }),
    };
    // Held contacts that ended do not come back, so that only a change without them has an undo.
    const undo = { label: t.undo, run: () => void changePerson(person.id, before) };
    showToast({ text: t.moved(person.name), ...(effects?.ended === 0 && { action: undo }) });
    onChanged();
  };
  return (
    <Sheet
      title={t.moveTitle(person.name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          {effects === null ? (
            <Button tone="main" busy={busy} onClick={() => void goOn()}>
              {t.goOn}
            </Button>
          ) : (
            <Button tone="main" busy={busy} onClick={() => void move()}>
              {t.moveNow}
            </Button>
          )}
          <Button onClick={effects === null ? onClose : () => setEffects(null)}>{t.back}</Button>
        </ActionRow>
      }
    >
      {effects === null ? (
        <div className={styles.fields}>
          <StoreField
            value={storeId}
            onChange={(next) => {
              setStoreId(next);
              setFault(null);
            }}
          />
          <Choices
            legend={t.role}
            value={role}
            choices={ROLES.map((value) => ({ value, label: t.roles[value] }))}
            onChange={(next) => {
              setRole(next);
              setFault(null);
            }}
          />
        </div>
      ) : (
        <ul className={styles.effects} aria-live="polite">
          {isMoved && <li>{t.moveStays(effects.customers, person.store ?? '')}</li>}
          {isMoved && <li>{t.moveEnds(effects.ended)}</li>}
          {isMoved && <li>{t.movePin}</li>}
          <li>{t.signsInAgain}</li>
          {'role' in change && role === 'store_manager' && <li>{t.longerPin}</li>}
        </ul>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}
