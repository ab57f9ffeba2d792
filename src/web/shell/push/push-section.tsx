/** Switches notifications on this device on or off. The explanation is shown before the browser asks. */
import { Suspense, use, useEffect, useId, useRef, useState } from 'react';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { announce } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { PUSH_KEY } from './device-reminders.ts';
import styles from './push-section.module.css';
import { pushWords } from './push-words.ts';
import { readPushState, turnPushOff, turnPushOn } from './subscription.ts';

const wordsReady = pushWords.ready();

/** The switch as a section of a sheet. */
export function PushSection() {
  return (
    <Suspense fallback={<Skeleton label="" rows={1} />}>
      <Section />
    </Suspense>
  );
}

function Section() {
  use(wordsReady);
  const t = pushWords.useWords();
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 id={titleId}>{t.title}</h3>
      <PushSwitch />
    </section>
  );
}

/** Shows the state of notifications in words, and the button that changes it. */
export function PushSwitch() {
  use(wordsReady);
  const t = pushWords.useWords();
  const { data: pushState, error, again } = useRead(PUSH_KEY, readPushState, { freshMs: 0 });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'failed' | 'failedOff' | 'dismissed' | null>(null);
  const denied = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  // The button disappears when the browser denies: the focus moves to the sentence that says what to do.
  useEffect(() => {
    if (pressed.current && pushState === 'denied') denied.current?.focus();
  }, [pushState]);

  const setPush = async (on: boolean) => {
    pressed.current = true;
    setBusy(true);
    setFault(null);
    const answer = await (on ? turnPushOn() : turnPushOff());
    // A reading under way may have been answered before the change: it is asked afresh.
    await reads.invalidate(PUSH_KEY);
    setBusy(false);
    if (answer === 'failed' || answer === 'dismissed') setFault(answer);
    if (answer === false) setFault('failedOff');
    if (answer === true) announce(t.off);
  };

  if (pushState === undefined) {
    if (error === null) return <Skeleton label={t.loading} rows={1} />;
    return (
      <>
        <p role="alert">{t.unread}</p>
        <Button onClick={() => void again()}>{t.again}</Button>
      </>
    );
  }
  const isOn = pushState === 'on';
  const canTurnOn = pushState === 'off' || pushState === 'somebody_else';
  return (
    <>
      {(canTurnOn || isOn) && <p className={styles.soft}>{t.about}</p>}
      {pushState === 'somebody_else' && <p>{t.somebodyElse}</p>}
      {canTurnOn && <p className={styles.soft}>{t.asks}</p>}
      {pushState === 'denied' && (
        <p ref={denied} tabIndex={-1}>
          {t.denied}
        </p>
      )}
      {pushState === 'install' && <p>{t.install}</p>}
      {pushState === 'unsupported' && <p className={styles.soft}>{t.unsupported}</p>}
      <p aria-live="polite" className={styles.pushState}>
        {isOn && fault === null && t.on}
        {fault !== null && t[fault]}
      </p>
      {(canTurnOn || isOn) && (
        <Button busy={busy} onClick={() => void setPush(!isOn)}>
          {isOn ? t.turnOff : t.turnOn}
        </Button>
      )}
    </>
  );
}
