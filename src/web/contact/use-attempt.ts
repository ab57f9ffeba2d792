/** One press of "Enviar", from the wish to the answer: asked until answered, under one key, decided by the server alone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { handOff } from '#web/contact/handoff/handoff.ts';
import { keys } from '#web/shell/api/keys.ts';
import { newKey, startAttempt, type Wish } from '#web/shell/api/start-attempt.ts';
import { reads } from '#web/shell/api/use-read.ts';
import type { BecauseCode } from '#web/shell/api/wire.ts';
import { type DraftPlace, keepDraft, readDraft } from '#web/shell/drafts.ts';
import { isOnline } from '#web/shell/offline/online.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { isHeld, type NotNow, type Phase, phaseOf, type RefusedRefusal } from './phase.ts';

const READY: Phase = { step: 'ready' };
/** Waits between asking again; after the last the person decides. */
const ASK_AGAIN_MS = [1_000, 2_000, 3_000, 5_000, 8_000] as const;
/** An answer later than this finds the person elsewhere: WhatsApp is offered, and does not open by itself. */
const LATE_MS = 8_000;
/** A request has one asker, also where the screen is opened twice. */
const inFlight = new Set<string>();

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
export function useAttempt(
  place: DraftPlace,
  customerName: string,
  onHeld: (held: Extract<Phase, { step: 'held' }>, shown: boolean) => void,
): Attempting {
  const [phase, setPhase] = useState<Phase>(READY);
  const shown = useRef(true);
  const lapsedId = useRef<string | null>(null);
  /** The attempt that was answered with no: "Deixar pronta" goes on with it. */
  const refusedId = useRef<string | null>(null);
  const asked = useRef<Wish | null>(null);
  const tellHeld = useRef(onHeld);
  useEffect(() => {
    tellHeld.current = onHeld;
  });

  const ask = useCallback(
    async (wish: Wish, key: string, before: NotNow | null, late: boolean, offers = false) => {
      if (inFlight.has(key)) return;
      inFlight.add(key);
      asked.current = wish;
      const since = performance.now();
      // Effects end a little after the screen has changed; the address does not wait.
      const askedAt = location.pathname;
      const isShown = () => shown.current && location.pathname === askedAt;
      keepDraft(place, { ...readDraft(place), pending: { key, wish } });
      setPhase({ step: late ? 'confirming' : 'asking' });
      const answer = await answered(wish, key, () => setPhase({ step: 'confirming' }));
      inFlight.delete(key);
      if (answer.kind === 'lost') return setPhase({ step: 'unconfirmed' });
      keepDraft(place, { ...readDraft(place), pending: null });

      if (answer.kind === 'refused') {
        const next = phaseOf(answer.refusal, wish, before, serverNow());
        // The answer to an old press, and its hour has come meanwhile: this press is judged on its own.
        if (late && next.step === 'refused' && opened(next.refusal)) return ask(wish, newKey(), before, false);
        if (next.step === 'refused' || next.step === 'warned') refusedId.current = next.refusal.attempt.id;
        setPhase(next);
        if (next.step === 'refused' && next.refusal.code !== 'quiet_hours') void reads.invalidate(keys.customers);
        return;
      }
      const { body } = answer;
      if (isHeld(body)) {
        const held = { step: 'held', held: body, wish } as const;
        setPhase(held);
        return tellHeld.current(held, isShown());
      }
      lapsedId.current = body.handoff === null ? body.attempt.id : null;
      setPhase(body.handoff === null ? { step: 'lapsed' } : READY);
      // Who wanted it for later is offered WhatsApp, and not taken there.
      const offered = offers || late || wish.hold !== undefined || !isShown() || performance.now() - since > LATE_MS;
      handOff(body, customerName, offered);
      void reads.invalidate(keys.attempts);
    },
    [place, customerName],
  );

  useEffect(() => {
    shown.current = true;
    const { pending } = readDraft(place);
    if (pending) void ask(pending.wish, pending.key, null, true);
    return () => {
      shown.current = false;
    };
  }, [place, ask]);

  const start = (wish: Wish, before: NotNow | null, offers = false) => {
    if (!isOnline()) return setPhase({ step: 'offline' });
    void ask(wish, newKey(), before, false, offers);
  };
  const wishOf = (text: string): Wish => {
    const attemptId = place.heldId ?? lapsedId.current;
    return {
      customerId: place.customerId,
      ...(place.suggestionId === null
        ? { origin: 'profile' }
        : { origin: 'suggestion', suggestionId: place.suggestionId }),
      ...(text.trim() === '' ? {} : { text }),
      ...(attemptId === null ? {} : { attemptId }),
    };
  };
  const goOn = (reason: BecauseCode | null) => {
    if (phase.step !== 'warned' || asked.current === null) return;
    const { acknowledgement } = phase.refusal;
    start({ ...bare(asked.current), acknowledgement, ...(reason && { reason }) }, phase);
  };
  const hold = (at: true | Instant) => {
    const before = phase.step === 'timing' ? phase.from : phase;
    if ((before.step !== 'refused' && before.step !== 'warned') || asked.current === null) return;
    const until = at === true ? at : new Date(at).toISOString();
    start({ ...bare(asked.current), attemptId: before.refusal.attempt.id, hold: until }, before);
  };
  const sendNow = () => {
    if ((phase.step !== 'refused' && phase.step !== 'warned') || asked.current === null) return;
    start({ ...bare(asked.current), attemptId: phase.refusal.attempt.id }, phase);
  };
  const holdText = (text: string) => {
    const goesOn = refusedId.current === null ? {} : { attemptId: refusedId.current };
    start({ ...goesOn, ...wishOf(text), hold: true }, null);
  };
  const chooseTime = () => {
    if (phase.step === 'refused' || phase.step === 'warned')
      setPhase({ step: 'timing', from: phase, at: null, fault: null });
  };
  const confirm = () => {
    const { pending } = readDraft(place);
    if (pending) void ask(pending.wish, pending.key, null, true);
    else setPhase(READY);
  };
  return {
    phase,
    send: (text) => start(wishOf(text), null),
    sendFromList: (text) => start(wishOf(text), null, true),
    holdText,
    sendNow,
    goOn,
    hold,
    chooseTime,
    confirm,
    back: () => setPhase(phase.step === 'timing' ? phase.from : READY),
  };
}

/** The wish itself, without what was added to it on the way. */
function bare(wish: Wish): Wish {
  const { acknowledgement: _spent, reason: _old, hold: _before, ...rest } = wish;
  return rest;
}

/** The same key until somebody answers: the server hands over once, however often it is asked. */
async function answered(wish: Wish, key: string, onDoubt: () => void) {
  for (const wait of ASK_AGAIN_MS) {
    const answer = await startAttempt(wish, key);
    const running = answer.kind === 'refused' && answer.refusal.code === 'in_progress';
    if (answer.kind !== 'lost' && !running) return answer;
    onDoubt();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return startAttempt(wish, key);
}

function opened({ opensAt }: RefusedRefusal): boolean {
  return opensAt !== null && serverNow() >= instantOf(opensAt);
}
