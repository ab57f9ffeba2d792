/** Asks for one person's PIN; a one-time PIN is replaced by the person's own here. */
import { useState } from 'react';
import { type Answer, sentenceOf } from '#web/shell/api/call.ts';
import { givePin } from '#web/shell/api/session.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import styles from '#web/shell/session/session.module.css';
import { refreshSession } from '#web/shell/session/session-state.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { PinPad } from '#web/ui/forms/pin-pad.tsx';
import { announce } from '#web/ui/notices/live-region.tsx';
import type { StorePerson } from './store-person.ts';

export interface GivePinProps {
  readonly person: StorePerson;
  /** This person's session was paused: drafts are still there. */
  readonly paused: boolean;
  readonly onBack: () => void;
  /** Opens the screen that unlocks a locked PIN. */
  readonly onFree: () => void;
}

/** `own`: the person's PIN. `new`, then `again`: the one-time PIN was right, and the person chooses a new one. */
type Step = 'own' | 'new' | 'again';

export function GivePin({ person, paused, onBack, onFree }: GivePinProps) {
  const t = useWords();
  const [step, setStep] = useState<Step>('own');
  const [typed, setTyped] = useState('');
  const [pin, setPin] = useState('');
  const [newPin, setNewPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [locked, setLocked] = useState(person.locked);
  /** The fewest digits of a new PIN, from the server's refusal that asks for a new PIN. */
  const [shortest, setShortest] = useState(4);
  const wait = useCountdown();

  const goTo = (next: Step, why: string | null = null) => {
    setStep(next);
    setTyped('');
    setFault(why);
  };

  const submit = () => {
    if (step === 'own') {
      setPin(typed);
      void give(typed);
    } else if (step === 'new') {
      setNewPin(typed);
      goTo('again');
      announce(t.pin.again);
    } else if (typed === newPin) void give(pin, newPin);
    else goTo('new', t.pin.differs);
  };

  const give = async (own: string, chosen?: string) => {
    setBusy(true);
    setFault(null);
    const answer = await givePin(person.id, own, chosen);
    if (answer.kind === 'done') return refreshSession();
    setBusy(false);
    refused(answer);
  };

  const refused = (answer: Exclude<Answer<unknown>, { kind: 'done' }>) => {
    if (answer.kind === 'lost') return goTo(step, t.pin.needsNetwork);
    const { code, retryAfterSeconds, lockedUntil, shortestPin } = answer.refusal;
    const sentence = sentenceOf(answer.refusal);
    if (shortestPin !== undefined) setShortest(shortestPin);
    if (code === 'new_pin_needed') return goTo('new');
    if (code === 'pin_taken' || code === 'pin_weak' || code === 'pin_short') return goTo('new', sentence);
    if (code === 'pin_locked' || lockedUntil !== undefined) {
      setLocked(true);
      // The list of names shows the locked PIN too.
      void refreshSession();
    } else if (retryAfterSeconds !== undefined) wait.start(retryAfterSeconds);
    goTo(step === 'own' ? 'own' : 'new', sentence);
  };

  const label = { own: paused ? t.pin.of(person.name) : t.pin.yours, new: t.pin.chosen, again: t.pin.again }[step];

  return (
    <>
      <StepHead person={person} paused={paused} step={step} shortest={shortest} />
      <PinPad
        key={step}
        label={label}
        value={typed}
        onChange={setTyped}
        shortest={step === 'own' ? 4 : shortest}
        onSubmit={submit}
        submitLabel={step === 'own' ? t.pin.enter : t.pin.save}
        eraseLabel={t.pin.erase}
        fault={wait.seconds > 0 ? t.pin.wait(wait.seconds) : (fault ?? undefined)}
        busy={busy}
        locked={wait.seconds > 0}
      />
      {locked && (
        <Button wide onClick={onFree}>
          {person.role === 'store_manager' ? t.pin.freeOwn : t.pin.free}
        </Button>
      )}
      <Button tone="text" onClick={onBack}>
        {t.pin.other}
      </Button>
    </>
  );
}

interface StepHeadProps extends Pick<GivePinProps, 'person' | 'paused'> {
  readonly step: Step;
  readonly shortest: number;
}

/** Shows whose PIN is asked for, or that a new one is chosen. */
function StepHead({ person, paused, step, shortest }: StepHeadProps) {
  const t = useWords();
  const title = paused ? t.pin.pausedLock : step === 'own' ? t.pin.of(person.name) : t.pin.chooseTitle(person.name);
  const lead = paused && step === 'own' ? t.pin.pausedLockLead : step === 'own' ? null : t.pin.choose(shortest);
  return (
    <div>
      <h1 tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
    </div>
  );
}
