/** How a message's screen moves from one phase to the next: a pure function of what happened (`use-attempt.ts` makes it happen). */
import type { Instant } from '#rules/time/interval.ts';
import type { HeldBody, StartedBody } from '#web/shell/api/api-types.ts';
import type { Refusal } from '#web/shell/api/call.ts';
import type { Wish } from '#web/shell/api/start-attempt.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { type NotNow, type Phase, phaseOf } from './attempt-phase.ts';

export interface AttemptState {
  readonly phase: Phase;
  /** The wish that the server was asked last; null before the first. */
  readonly asked: Wish | null;
  /** The attempt that was answered with "not now" last: "Deixar pronta" goes on with it. */
  readonly refusedId: string | null;
  /** The attempt whose link ran out before it could be opened: the next press goes on with it. */
  readonly lapsedId: string | null;
}

/** `before`: the answer that the request was pressed on; null where it was pressed on the text. */
export interface RefusedEvent {
  readonly type: 'refused';
  readonly refusal: Refusal;
  readonly wish: Wish;
  readonly before: NotNow | null;
  readonly now: Instant;
}

export type AttemptEvent =
  /** A press without a network: nothing was asked. */
  | { readonly type: 'pressed_offline' }
  /** A request goes to the server. `isLate`: it was pressed earlier, and asked for its answer once more. */
  | { readonly type: 'asked'; readonly wish: Wish; readonly isLate: boolean }
  /** No answer came so far: the same request is repeated. */
  | { readonly type: 'repeated' }
  /** No answer came to the last repetition either. */
  | { readonly type: 'lost' }
  | RefusedEvent
  | { readonly type: 'held'; readonly held: HeldBody; readonly wish: Wish }
  | { readonly type: 'started'; readonly body: StartedBody }
  /** "Outro horário". */
  | { readonly type: 'other_time' }
  | { readonly type: 'back' }
  /** Another tab has had the answer that this screen asks for. */
  | { readonly type: 'nothing_pending' };

const READY: Phase = { step: 'ready' };

export const UNASKED: AttemptState = { phase: READY, asked: null, refusedId: null, lapsedId: null };

export function attemptReducer(state: AttemptState, event: AttemptEvent): AttemptState {
  const { phase } = state;
  switch (event.type) {
    case 'pressed_offline':
      return { ...state, phase: { step: 'offline' } };
    case 'asked':
      return { ...state, asked: event.wish, phase: { step: event.isLate ? 'confirming' : 'asking' } };
    case 'repeated':
      return { ...state, phase: { step: 'confirming' } };
    case 'lost':
      return { ...state, phase: { step: 'unconfirmed' } };
    case 'refused': {
      const next = phaseAfter(event);
      return { ...state, phase: next, refusedId: isNotNow(next) ? next.refusal.attempt.id : state.refusedId };
    }
    case 'held':
      return { ...state, phase: { step: 'held', held: event.held, wish: event.wish } };
    case 'started': {
      const { attempt, handoff } = event.body;
      return handoff === null
        ? { ...state, phase: { step: 'lapsed' }, lapsedId: attempt.id }
        : { ...state, phase: READY, lapsedId: null };
    }
    case 'other_time':
      return isNotNow(phase) ? { ...state, phase: { step: 'timing', from: phase, at: null, fault: null } } : state;
    case 'back':
      return { ...state, phase: phase.step === 'timing' ? phase.from : READY };
    case 'nothing_pending':
      return { ...state, phase: READY };
  }
}

/** The next step after a refusal, beside showing the refusal; null: none. */
export function followUpOf(event: RefusedEvent, isLate: boolean): 'ask_anew' | 'reread_customers' | null {
  const next = phaseAfter(event);
  if (next.step !== 'refused') return null;
  const { opensAt, code } = next.refusal;
  // The refusal answers an old press whose hour has come meanwhile: the person is owed a decision of now.
  if (isLate && opensAt !== null && event.now >= instantOf(opensAt)) return 'ask_anew';
  return code === 'quiet_hours' ? null : 'reread_customers';
}

export function isNotNow(phase: Phase): phase is NotNow {
  return phase.step === 'refused' || phase.step === 'warned';
}

function phaseAfter({ refusal, wish, before, now }: RefusedEvent): Phase {
  return phaseOf(refusal, wish, before, now);
}
