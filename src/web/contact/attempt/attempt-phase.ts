/** The phases of a press on "Enviar" or "Deixar pronta": each is the one thing that the message's screen shows. */
import type { Instant } from '#rules/time/interval.ts';
import { type TimeFault, timeFaultOf } from '#web/contact/hold-time/time-fault.ts';
import type { HeldBody, RefusedBody, StartedBody, WarnedBody } from '#web/shell/api/api-types.ts';
import type { Refusal } from '#web/shell/api/call.ts';
import type { Wish } from '#web/shell/api/start-attempt.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';

export type WarnedRefusal = Refusal & WarnedBody;
export type RefusedRefusal = Refusal & RefusedBody;

/** Why a warning is shown again: its acknowledgement expired, or what it was given for changed. */
export type WarnedAgain = 'ran_out' | 'changed' | null;

/** The answers that mean "not now". From these a contact can be held, where the answer offers a time. */
export type NotNow =
  | { readonly step: 'refused'; readonly refusal: RefusedRefusal; readonly changed: boolean }
  | { readonly step: 'warned'; readonly refusal: WarnedRefusal; readonly again: WarnedAgain };

export type Phase =
  | { readonly step: 'ready' | 'asking' | 'offline' | 'lapsed' }
  /** No answer came: the same request is sent again; `unconfirmed` after the last try failed too. */
  | { readonly step: 'confirming' | 'unconfirmed' }
  | NotNow
  /** "Outro horário". `from`: the answer it was opened from. `at`: the time that was chosen before and refused. */
  | { readonly step: 'timing'; readonly from: NotNow; readonly at: Instant | null; readonly fault: TimeFault | null }
  /** The message is held. */
  | { readonly step: 'held'; readonly held: HeldBody; readonly wish: Wish }
  /** This customer has a held message already; `heldUntil` is null where that message is ready. */
  | { readonly step: 'already'; readonly attemptId: string; readonly heldUntil: Instant | null }
  /** The request was refused for a reason other than the contact itself. */
  | { readonly step: 'stopped'; readonly refusal: Refusal };

/** Whether a request is on its way. */
export function isAsking({ step }: Phase): boolean {
  return step === 'asking' || step === 'confirming';
}

export function isHeld(body: StartedBody | HeldBody): body is HeldBody {
  return 'heldUntil' in body;
}

/** Returns the phase that shows a refusal. `before` is the phase that was shown when the request was sent. */
export function phaseOf(refusal: Refusal, wish: Wish, before: NotNow | null, now: Instant): Phase {
  const fault = before === null ? null : timeFaultOf(refusal);
  if (before !== null && fault !== null)
    return { step: 'timing', from: before, at: typeof wish.hold === 'string' ? instantOf(wish.hold) : null, fault };
  if (refusal.code === 'already_held') return alreadyHeld(refusal);
  if (isWarned(refusal)) return { step: 'warned', refusal, again: again(before, refusal, now) };
  if (isRefused(refusal)) return { step: 'refused', refusal, changed: before?.step === 'warned' };
  return { step: 'stopped', refusal };
}

function isWarned(refusal: Refusal): refusal is WarnedRefusal {
  return refusal.code === 'warned' && 'acknowledgement' in refusal;
}

function isRefused(refusal: Refusal): refusal is RefusedRefusal {
  return 'decision' in refusal && refusal.code !== 'warned';
}

function alreadyHeld(refusal: Refusal): Phase {
  const { attempt, heldUntil } = refusal as Refusal & {
    readonly attempt?: { readonly id: string };
    readonly heldUntil?: string | null;
  };
  if (attempt === undefined) return { step: 'stopped', refusal };
  return { step: 'already', attemptId: attempt.id, heldUntil: instantOf(heldUntil ?? null) };
}

/** Compares a new warning with the acknowledged one: the acknowledgement came too late, or the warning changed (D13). */
function again(before: NotNow | null, next: WarnedRefusal, now: Instant): WarnedAgain {
  if (before?.step !== 'warned') return null;
  const reasons = ({ decision }: WarnedRefusal) => decision.reasons.map(({ reason }) => reason).join();
  const last = before.refusal;
  const same = reasons(last) === reasons(next) && last.decision.policyVersion === next.decision.policyVersion;
  return same && now >= instantOf(last.acknowledgeBefore) ? 'ran_out' : 'changed';
}
