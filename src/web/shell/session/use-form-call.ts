/** Runs a call of a form: whether it runs, what the person is told, and the seconds to wait after too many tries. */
import { useState } from 'react';
import { type Answer, faultOf, type Refusal, sentenceOf } from '#web/shell/api/call.ts';
import { useCountdown } from './countdown.ts';

/** The sentences of the form, in the reader's language. */
export interface FormSentences {
  readonly unreached: string;
  readonly wait: (seconds: number) => string;
  /** The form's own sentences for refusals whose general sentence names a field that this form does not have. */
  readonly ofRefusal?: { readonly [code in Refusal['code']]?: string };
}

export interface FormCall {
  readonly busy: boolean;
  /** The sentence below the field; null: none. */
  readonly fault: string | null;
  /** The code of the refusal that `fault` tells; null: the form itself found the fault, or no answer came. */
  readonly refusedFor: Refusal['code'] | null;
  readonly mustWait: boolean;
  /** Sends the call and returns its body; undefined where it was refused or lost, which the form then says. */
  readonly send: <T>(call: () => Promise<Answer<T>>) => Promise<{ readonly body: T } | undefined>;
  /** Says a fault that the form itself has found; null: none. */
  readonly say: (fault: string | null) => void;
}

/** `onExpired` runs where the sign-in took too long and must begin again. */
export function useFormCall(t: FormSentences, onExpired?: (sentence: string) => void): FormCall {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [refusedFor, setRefusedFor] = useState<Refusal['code'] | null>(null);
  const wait = useCountdown();
  const say = (sentence: string | null, code: Refusal['code'] | null = null) => {
    setFault(sentence);
    setRefusedFor(code);
  };
  const tell = (refusal: Refusal) => {
    if (refusal.code === 'code_expired' && onExpired) onExpired(sentenceOf(refusal));
    else if (refusal.retryAfterSeconds) wait.start(refusal.retryAfterSeconds);
    else say(t.ofRefusal?.[refusal.code] ?? faultOf(refusal), refusal.code);
  };
  return {
    busy,
    fault: wait.seconds > 0 ? t.wait(wait.seconds) : fault,
    refusedFor: wait.seconds > 0 ? null : refusedFor,
    mustWait: wait.seconds > 0,
    say: (sentence) => say(sentence),
    async send(call) {
      if (busy || wait.seconds > 0) return;
      setBusy(true);
      say(null);
      const answer = await call();
      setBusy(false);
      if (answer.kind === 'done') return { body: answer.body };
      if (answer.kind === 'lost') say(t.unreached);
      else tell(answer.refusal);
      return;
    },
  };
}
