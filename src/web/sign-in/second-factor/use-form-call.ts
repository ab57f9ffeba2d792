/** Runs a call of a form: whether it runs, what the person is told, and the seconds to wait after too many tries. */
import { useState } from 'react';
import { type Answer, sentenceOf } from '#web/shell/api/call.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import { useSecondFactorWords } from './second-factor-words.ts';

export interface FormCall {
  readonly busy: boolean;
  /** The sentence below the field; null: none. */
  readonly fault: string | null;
  readonly mustWait: boolean;
  /** Sends the call and returns its body; undefined where it was refused or lost, which the form then says. */
  readonly send: <T>(call: () => Promise<Answer<T>>) => Promise<{ readonly body: T } | undefined>;
  readonly clear: () => void;
}

/** `onExpired` runs where the sign-in took too long and must begin again. */
export function useFormCall(onExpired?: (sentence: string) => void): FormCall {
  const t = useSecondFactorWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const wait = useCountdown();
  return {
    busy,
    fault: wait.seconds > 0 ? t.wait(wait.seconds) : fault,
    mustWait: wait.seconds > 0,
    clear: () => setFault(null),
    async send(call) {
      if (busy || wait.seconds > 0) return;
      setBusy(true);
      setFault(null);
      const answer = await call();
      setBusy(false);
      if (answer.kind === 'done') return { body: answer.body };
      if (answer.kind === 'lost') return setFault(t.unreached) as undefined;
      const { refusal } = answer;
      if (refusal.code === 'code_expired' && onExpired) onExpired(sentenceOf(refusal));
      else if (refusal.retryAfterSeconds) wait.start(refusal.retryAfterSeconds);
      else setFault(sentenceOf(refusal));
      return;
    },
  };
}
