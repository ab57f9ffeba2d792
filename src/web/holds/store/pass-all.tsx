/** A manager passes all waiting and ready holds of one seller to another, as on a day off; one tap undoes it. */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { changeHold } from '#web/shell/api/change-hold.ts';
import { readHolds } from '#web/shell/api/holds.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type Colleague, useTeam } from './team.ts';

export function PassAll({ from }: { readonly from: Colleague }) {
  const t = useWords();
  const h = useHoldWords();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const others = useTeam().filter(({ id }) => id !== from.id);
  const close = () => setOpen(false);

  const undo = async (passed: readonly string[]) => {
    const back = await passOn(passed, from.id);
    await reads.invalidate(keys.customers);
    const isComplete = back.length === passed.length;
    showToast(isComplete ? { text: h.passAll.undone(firstName(from.name)) } : { text: t.app.unsaid, tone: 'warn' });
  };
  const pass = async (to: Colleague) => {
    if (busy !== null) return;
    setBusy(to.id);
    setFault(null);
    const all = await readLiveHolds(from.id);
    const passed = all === null ? [] : await passOn(all, to.id);
    await reads.invalidate(keys.customers);
    setBusy(null);
    if (all === null || (passed.length === 0 && all.length > 0)) return setFault(t.app.unsaid);
    close();
    const notPassed = all.length - passed.length;
    const parts = [
      h.passAll.passed(passed.length, firstName(to.name)),
      notPassed > 0 && h.passAll.stayed(notPassed, firstName(from.name)),
    ];
    showToast({
      text: parts.filter(Boolean).join(' '),
      action: { label: h.leave.undo, run: () => void undo(passed) },
    });
  };

  return (
    <>
      <Button tone="text" onClick={() => setOpen(true)}>
        {h.passAll.open(firstName(from.name))}
      </Button>
      {open && (
        <Sheet
          title={h.passAll.title(firstName(from.name))}
          onBack={close}
          actions={
            <>
              {others.map((person) => (
                <Button key={person.id} wide busy={busy === person.id} onClick={() => void pass(person)}>
                  {person.name}
                </Button>
              ))}
              <Button tone="text" wide firstFocus onClick={close}>
                {t.app.back}
              </Button>
            </>
          }
        >
          <p className={styles.soft}>{others.length === 0 ? h.one.nobody : h.passAll.more}</p>
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        </Sheet>
      )}
    </>
  );
}

/** Returns the attempts of all waiting and ready holds of a seller; null without an answer of the server. */
async function readLiveHolds(sellerId: string): Promise<readonly string[] | null> {
  const found: string[] = [];
  const { signal } = new AbortController();
  try {
    for (const state of ['ready', 'waiting'] as const) {
      for (let cursor: string | null = null, more = true; more; ) {
        const page = await readHolds({ state, whose: 'store', sellerId }, cursor, signal);
        found.push(...page.items.map(({ attempt }) => attempt.id));
        cursor = page.next;
        more = cursor !== null;
      }
    }
    return found;
  } catch {
    return null;
  }
}

/**
 * Passes the holds on one after the other and returns those that succeeded. One can fail: its new seller already holds
 * a message for that customer.
 */
async function passOn(attemptIds: readonly string[], sellerId: string): Promise<readonly string[]> {
  const passed: string[] = [];
  for (const id of attemptIds) if ((await changeHold(id, { sellerId })).kind === 'done') passed.push(id);
  return passed;
}
