/** In the settings: whether this device tells that messages are ready. What it means is read before the browser asks. */
import { Suspense, use, useId, useState } from 'react';
import { keys } from '#web/api/keys.ts';
import { useRead } from '#web/api/use-read.ts';
import { Button } from '#web/ui/button.tsx';
import { announce } from '#web/ui/spoken.tsx';
import { Skeleton } from '#web/ui/states.tsx';
import styles from './push-section.module.css';
import { pushWords } from './push-words.ts';
import { pushStanding, turnPushOff, turnPushOn } from './subscription.ts';

const wordsReady = pushWords.ready();

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
  const { data: standing, again } = useRead(`${keys.customers}/push`, pushStanding, { freshMs: 0 });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  const turn = async (done: Promise<boolean>, said: string) => {
    setBusy(true);
    setFailed(false);
    const went = await done;
    await again();
    setBusy(false);
    setFailed(!went);
    if (went) announce(said);
  };
  const turnOn = () =>
    turn(
      turnPushOn().then((answer) => answer !== 'failed'),
      '',
    );
  if (standing === undefined) return null;
  const may = standing === 'off' || standing === 'somebody_else';
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 id={titleId}>{t.title}</h3>
      {(may || standing === 'on') && <p className={styles.soft}>{t.about}</p>}
      {standing === 'somebody_else' && <p>{t.somebodyElse}</p>}
      {may && <p className={styles.soft}>{t.asks}</p>}
      {standing === 'denied' && <p>{t.denied}</p>}
      {standing === 'install' && <p>{t.install}</p>}
      {standing === 'unsupported' && <p className={styles.soft}>{t.unsupported}</p>}
      <p aria-live="polite" className={styles.standing}>
        {standing === 'on' && t.on}
        {failed && t.failed}
      </p>
      {may && (
        <Button busy={busy} onClick={() => void turnOn()}>
          {t.turnOn}
        </Button>
      )}
      {standing === 'on' && (
        <Button busy={busy} onClick={() => void turn(turnPushOff(), t.off)}>
          {t.turnOff}
        </Button>
      )}
    </section>
  );
}
