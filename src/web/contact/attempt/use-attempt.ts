/** One press of "Enviar", from the wish to the answer: asked until answered, under one key, decided by the server alone. */
import { type Dispatch, useCallback, useEffect, useReducer, useRef } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import type { BecauseCode } from '#web/shell/api/api-types.ts';
import type { DraftKey } from '#web/shell/drafts.ts';
import { isOnline } from '#web/shell/offline/online.ts';
import { type AskingScreen, type AttemptRequest, askAttempt, newRequest, pendingRequest } from './ask-attempt.ts';
import type { Phase } from './attempt-phase.ts';
import { type AttemptEvent, attemptReducer, UNASKED } from './attempt-reducer.ts';
import { type NextWish, wishToHold, wishToHoldText, wishToInsist, wishToSend, wishToSendNow } from './next-wish.ts';

export interface Attempting {
  readonly phase: Phase;
  readonly send: (text: string) => void;
  /** The press on the list in quiet time: should it be allowed after all, WhatsApp is offered and does not open by itself. */
  readonly sendFromList: (text: string) => void;
  /** "Enviar mesmo assim", with the reason where one is asked for. */
  readonly goOn: (reason: BecauseCode | null) => void;
  /** "Deixar pronta": what was answered with "not now", for the time that was offered (`true`) or for another. */
  readonly hold: (at: true | Instant) => void;
  /** The same without having asked, where the silence has just begun. */
  readonly holdText: (text: string) => void;
  /** "Enviar no WhatsApp" on a sheet that said no, once the silence has ended under it. */
  readonly sendNow: () => void;
  /** "Outro horário". */
  readonly chooseTime: () => void;
  /** Asks once more for the answer that did not come. */
  readonly confirm: () => void;
  /** To the answer that "Outro horário" was opened from, else to the text. */
  readonly back: () => void;
}

/** `onHeld`: kept for later, once for each time it was; `shown`: whether this screen still stands there. */
export function useAttempt(place: DraftKey, customerName: string, onHeld: AskingScreen['onHeld']): Attempting {
  const [state, dispatch] = useReducer(attemptReducer, UNASKED);
  const ask = useAsk(place, customerName, onHeld, dispatch);
  useAskPending(place, ask);

  const start = (next: NextWish | null, onlyOffers = false) => {
    if (next === null) return;
    if (isOnline()) ask(newRequest(next, onlyOffers));
    else dispatch({ type: 'pressed_offline' });
  };
  const confirm = () => {
    const pending = pendingRequest(place);
    if (pending === null) dispatch({ type: 'nothing_pending' });
    else ask(pending);
  };
  return {
    phase: state.phase,
    send: (text) => start(wishToSend(place, text, state)),
    sendFromList: (text) => start(wishToSend(place, text, state), true),
    holdText: (text) => start(wishToHoldText(place, text, state)),
    sendNow: () => start(wishToSendNow(state)),
    goOn: (reason) => start(wishToInsist(state, reason)),
    hold: (at) => start(wishToHold(state, at)),
    chooseTime: () => dispatch({ type: 'other_time' }),
    confirm,
    back: () => dispatch({ type: 'back' }),
  };
}

type Ask = (request: AttemptRequest) => void;

/** Sends a request for the screen that shows it now. */
function useAsk(
  place: DraftKey,
  customerName: string,
  onHeld: AskingScreen['onHeld'],
  dispatch: Dispatch<AttemptEvent>,
): Ask {
  const isMounted = useRef(true);
  const tellHeld = useRef(onHeld);
  useEffect(() => {
    tellHeld.current = onHeld;
  });
  const ask = useCallback<Ask>(
    (request) => {
      const tell: AskingScreen['onHeld'] = (held, shown) => tellHeld.current(held, shown);
      void askAttempt(request, { place, customerName, isMounted, dispatch, onHeld: tell });
    },
    [place, customerName, dispatch],
  );
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return ask;
}

/** Asks once more for an answer that did not come before the screen was left or loaded anew. */
function useAskPending(place: DraftKey, ask: Ask): void {
  useEffect(() => {
    const pending = pendingRequest(place);
    if (pending !== null) ask(pending);
  }, [place, ask]);
}
