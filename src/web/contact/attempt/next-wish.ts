/** The wish of each press: built from the text, and from what was asked before and answered. */
import type { Instant } from '#rules/time/interval.ts';
import type { BecauseCode } from '#web/shell/api/api-types.ts';
import type { Wish } from '#web/shell/api/start-attempt.ts';
import type { DraftKey } from '#web/shell/drafts.ts';
import type { NotNow } from './attempt-phase.ts';
import { type AttemptState, isNotNow } from './attempt-reducer.ts';

/** `before`: the answer that was pressed on; null where the text was. */
export interface NextWish {
  readonly wish: Wish;
  readonly before: NotNow | null;
}

/** "Enviar". */
export function wishToSend(place: DraftKey, text: string, { lapsedId }: AttemptState): NextWish {
  const attemptId = place.heldId ?? lapsedId;
  const wish: Wish = {
    customerId: place.customerId,
    ...(place.suggestionId === null
      ? { origin: 'profile' }
      : { origin: 'suggestion', suggestionId: place.suggestionId }),
    ...(text.trim() === '' ? {} : { text }),
    ...(attemptId === null ? {} : { attemptId }),
  };
  return { wish, before: null };
}

/** "Deixar pronta" in the send button's place: without having asked, or on the attempt that was refused last. */
export function wishToHoldText(place: DraftKey, text: string, state: AttemptState): NextWish {
  const continued = state.refusedId === null ? {} : { attemptId: state.refusedId };
  return { wish: { ...continued, ...wishToSend(place, text, state).wish, hold: true }, before: null };
}

/** "Enviar mesmo assim". Null where no warning stands there. */
export function wishToInsist({ phase, asked }: AttemptState, reason: BecauseCode | null): NextWish | null {
  if (phase.step !== 'warned' || asked === null) return null;
  const { acknowledgement } = phase.refusal;
  return { wish: { ...bare(asked), acknowledgement, ...(reason && { reason }) }, before: phase };
}

/** "Deixar pronta" on an answer. Null where the phase is not an answer that a contact can be kept from. */
export function wishToHold({ phase, asked }: AttemptState, at: true | Instant): NextWish | null {
  const before = phase.step === 'timing' ? phase.from : phase;
  if (!isNotNow(before) || asked === null) return null;
  const hold = at === true ? at : new Date(at).toISOString();
  return { wish: { ...bare(asked), attemptId: before.refusal.attempt.id, hold }, before };
}

/** "Enviar no WhatsApp" on an answer whose silence has ended. Null where no such answer stands there. */
export function wishToSendNow({ phase, asked }: AttemptState): NextWish | null {
  if (!isNotNow(phase) || asked === null) return null;
  return { wish: { ...bare(asked), attemptId: phase.refusal.attempt.id }, before: phase };
}

/** A wish without what earlier presses added. */
function bare(wish: Wish): Wish {
  const { acknowledgement: _spent, reason: _old, hold: _before, ...rest } = wish;
  return rest;
}
