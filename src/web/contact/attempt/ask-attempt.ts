/** One request for an attempt, asked until the server answers, and all that the answer calls for beside the screen's phase. */
import type { Dispatch, RefObject } from 'react';
import { handOff } from '#web/contact/handoff/handoff.ts';
import { keys } from '#web/shell/api/keys.ts';
import { newKey, startAttempt } from '#web/shell/api/start-attempt.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { type DraftKey, keepDraft, readDraft } from '#web/shell/drafts.ts';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { isHeld, type Phase } from './attempt-phase.ts';
import { type AttemptEvent, followUpOf, type RefusedEvent } from './attempt-reducer.ts';
import type { NextWish } from './next-wish.ts';

/** `key`: the same for each repetition, so that the server hands over once. */
export interface AttemptRequest extends NextWish {
  readonly key: string;
  /** The person pressed earlier, and this request asks for the answer. */
  readonly isLate: boolean;
  /** WhatsApp is offered, and does not open by itself. */
  readonly onlyOffers: boolean;
}

export type HeldPhase = Extract<Phase, { step: 'held' }>;

/** The message's screen that asks. */
export interface AskingScreen {
  readonly place: DraftKey;
  readonly customerName: string;
  readonly isMounted: RefObject<boolean>;
  readonly dispatch: Dispatch<AttemptEvent>;
  /** Runs once for each time that a contact was kept for later; `shown`: whether this screen is still shown. */
  readonly onHeld: (held: HeldPhase, shown: boolean) => void;
}

/** Waits between asking again; after the last the person decides. */
const ASK_AGAIN_MS = [1_000, 2_000, 3_000, 5_000, 8_000] as const;
/** An answer later than this finds the person elsewhere: WhatsApp is offered, and does not open by itself. */
const LATE_MS = 8_000;
/** A request has one asker, also where the screen is opened twice. */
const inFlight = new Set<string>();

export async function askAttempt(request: AttemptRequest, screen: AskingScreen): Promise<void> {
  const { wish, key, before, isLate } = request;
  const { place, dispatch } = screen;
  if (inFlight.has(key)) return;
  inFlight.add(key);
  const since = performance.now();
  // Effects end a little after the screen has changed; the address does not wait.
  const askedAt = location.pathname;
  const isShown = () => screen.isMounted.current && location.pathname === askedAt;
  keepDraft(place, { ...readDraft(place), pending: { key, wish } });
  dispatch({ type: 'asked', wish, isLate });
  const answer = await answered(request, () => dispatch({ type: 'repeated' }));
  inFlight.delete(key);
  if (answer.kind === 'lost') return dispatch({ type: 'lost' });
  keepDraft(place, { ...readDraft(place), pending: null });

  if (answer.kind === 'refused') {
    const refused: RefusedEvent = { type: 'refused', refusal: answer.refusal, wish, before, now: serverNow() };
    const followUp = followUpOf(refused, isLate);
    if (followUp === 'ask_anew') return askAttempt(newRequest({ wish, before }), screen);
    dispatch(refused);
    if (followUp === 'reread_customers') void reads.invalidate(keys.customers);
    return;
  }
  const { body } = answer;
  if (isHeld(body)) {
    dispatch({ type: 'held', held: body, wish });
    return screen.onHeld({ step: 'held', held: body, wish }, isShown());
  }
  dispatch({ type: 'started', body });
  // Who wanted it for later is offered WhatsApp, and not taken there.
  const isAway = !isShown() || performance.now() - since > LATE_MS;
  handOff(body, screen.customerName, request.onlyOffers || isLate || wish.hold !== undefined || isAway);
  void reads.invalidate(keys.attempts);
}

/** A press of now, under a key of its own. */
export function newRequest(next: NextWish, onlyOffers = false): AttemptRequest {
  return { ...next, key: newKey(), isLate: false, onlyOffers };
}

/** The request of this place that has no answer yet; null where there is none. */
export function pendingRequest(place: DraftKey): AttemptRequest | null {
  const { pending } = readDraft(place);
  return pending && { ...pending, before: null, isLate: true, onlyOffers: false };
}

/** The same key until somebody answers: the server hands over once, however often it is asked. */
async function answered({ wish, key }: AttemptRequest, onDoubt: () => void) {
  for (const wait of ASK_AGAIN_MS) {
    const answer = await startAttempt(wish, key);
    const running = answer.kind === 'refused' && answer.refusal.code === 'in_progress';
    if (answer.kind !== 'lost' && !running) return answer;
    onDoubt();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return startAttempt(wish, key);
}
