/** Lists the people with locked PINs, each with a button that unlocks the PIN. Nothing is shown while there are none. */
import { useRef, useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { freePin, type LockedPin, useLockedPins } from '#web/shell/session/locked-pins-api.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './locked-pins.module.css';
import { useLockedPinsWords } from './locked-pins-words.ts';

/** `storeNames`: the reader has several stores, so that each line names its own. */
export function LockedPinsCard({ storeNames }: { readonly storeNames: boolean }) {
  const t = useLockedPinsWords();
  const people = useLockedPins();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  if (people.length === 0) return null;

  const free = async (person: LockedPin) => {
    setBusy(person.id);
    setFault(null);
    const answer = await freePin(person);
    setBusy(null);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
    showToast({ text: t.freed(person.name) });
    // The pressed button disappears with its line, so that the focus moves to the heading.
    if (people.length > 1) heading.current?.focus({ preventScroll: true });
    else focusHeading();
  };

  return (
    <section className={styles.card} aria-labelledby="locked-pins">
      <div className={styles.head}>
        <LockIcon size={22} />
        <div>
          <h2 id="locked-pins" ref={heading} tabIndex={-1}>
            {t.title}
          </h2>
          <p className={styles.soft}>{t.lead}</p>
        </div>
      </div>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            <span className={styles.who}>
              <b>{person.name}</b>
              <small>
                {storeNames && `${person.store} · `}
                {person.secondsLeft === null ? t.untilFreed : t.forMinutes(Math.ceil(person.secondsLeft / 60))}
              </small>
            </span>
            <Button busy={busy === person.id} onClick={() => void free(person)}>
              {t.free}
              <VisuallyHidden>{t.freeOf(person.name)}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </section>
  );
}

/** Says where the card would appear, at the end of the day's screen while no PIN is locked. */
export function NobodyLocked() {
  const t = useLockedPinsWords();
  if (useLockedPins().length > 0) return null;
  return <p className={styles.soft}>{t.nobody}</p>;
}
