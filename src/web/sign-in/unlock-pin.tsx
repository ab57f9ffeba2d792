/** Unlocks a locked PIN on the device that shows it: a manager unlocks a seller's PIN, and the store's password unlocks a manager's. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { unlock } from '#web/shell/api/session.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import styles from '#web/shell/session/session.module.css';
import { refreshSession } from '#web/shell/session/session-state.ts';
import { useSessionWords } from '#web/shell/session/session-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { PinPad } from '#web/ui/forms/pin-pad.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { PeopleList } from './people-list.tsx';
import type { StorePerson } from './store-person.ts';

export interface UnlockPinProps {
  readonly person: StorePerson;
  /** The managers of the store who may unlock a seller's PIN. */
  readonly managers: readonly StorePerson[];
  readonly onBack: () => void;
}

export function UnlockPin({ person, managers, onBack }: UnlockPinProps) {
  const t = useWords();
  const s = useSessionWords();
  const manager = person.role === 'store_manager';
  const [password, setPassword] = useState('');
  const [pin, setPin] = useState('');
  // The manager is always named: a store with too many wrong PINs no longer accepts a PIN without a name.
  const [by, setBy] = useState(managers.length === 1 ? managers[0] : undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const wait = useCountdown();

  const free = async () => {
    if (!manager && by === undefined) return;
    setBusy(true);
    const right = by === undefined || manager ? { password, pin } : { managerPin: pin, managerId: by.id };
    const answer = await unlock(person.id, right);
    setBusy(false);
    setPin('');
    if (answer.kind === 'done') {
      await refreshSession();
      onBack();
      return showToast({ text: s.pin.freed(person.name) });
    }
    if (answer.kind === 'lost') return setFault(t.pin.needsNetwork);
    const { code, retryAfterSeconds, lockedUntil } = answer.refusal;
    if (retryAfterSeconds !== undefined && lockedUntil === undefined) wait.start(retryAfterSeconds);
    setFault(code === 'forbidden' ? s.pin.notManager : sentenceOf(answer.refusal));
  };

  if (!manager && by === undefined) {
    return (
      <>
        <div>
          <h1 className={styles.title}>{s.pin.freeTitle(person.name)}</h1>
          <p className={styles.lead}>{managers.length === 0 ? s.pin.noManager : s.pin.whichManager}</p>
        </div>
        <PeopleList label={s.pin.whichManager} people={managers} onChoose={setBy} />
        <Button tone="text" onClick={onBack}>
          {t.app.back}
        </Button>
      </>
    );
  }

  return (
    <>
      <div>
        <h1 className={styles.title}>{s.pin.freeTitle(person.name)}</h1>
        <p className={styles.lead}>{manager ? s.pin.freeOwnLead : s.pin.freeLead}</p>
      </div>
      {manager && (
        <Field
          label={s.pin.storePassword}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      <PinPad
        label={manager ? t.pin.of(person.name) : s.pin.managers}
        value={pin}
        onChange={setPin}
        onSubmit={() => void free()}
        submitLabel={s.pin.freeNow}
        eraseLabel={t.pin.erase}
        fault={wait.seconds > 0 ? t.pin.wait(wait.seconds) : fault}
        busy={busy}
        locked={wait.seconds > 0}
      />
      <Button tone="text" onClick={onBack}>
        {t.app.back}
      </Button>
    </>
  );
}
