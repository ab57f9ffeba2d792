/** Switches notifications on this device on or off. The explanation is shown before the browser asks. */
import { Suspense, use, useEffect, useId, useRef, useState } from 'react';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { announce } from '#web/ui/notices/spoken.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import styles from './push-section.module.css';
import { pushWords } from './push-words.ts';
import { PUSH_KEY } from './reminds.ts';
import { pushStanding, turnPushOff, turnPushOn } from './subscription.ts';

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
  const { data: standing, error, again } = useRead(PUSH_KEY, pushStanding, { freshMs: 0 });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'failed' | 'failedOff' | 'dismissed' | null>(null);
  const denied = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  // The button disappears when the browser denies: the focus moves to the sentence that says what to do.
  useEffect(() => {
    if (pressed.current && standing === 'denied') denied.current?.focus();
  }, [standing]);

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

  if (standing === undefined) {
    if (error === null) return <Skeleton label={t.loading} rows={1} />;
    return (
      <>
        <p role="alert">{t.unread}</p>
        <Button onClick={() => void again()}>{t.again}</Button>
      </>
    );
  }
  const isOn = standing === 'on';
  const canTurnOn = standing === 'off' || standing === 'somebody_else';
  return (
    <>
      {(canTurnOn || isOn) && <p className={styles.soft}>{t.about}</p>}
      {standing === 'somebody_else' && <p>{t.somebodyElse}</p>}
      {canTurnOn && <p className={styles.soft}>{t.asks}</p>}
      {standing === 'denied' && (
        <p ref={denied} tabIndex={-1}>
          {t.denied}
        </p>
      )}
      {standing === 'install' && <p>{t.install}</p>}
      {standing === 'unsupported' && <p className={styles.soft}>{t.unsupported}</p>}
      <p aria-live="polite" className={styles.standing}>
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
