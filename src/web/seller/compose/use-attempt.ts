/** One press of "Enviar", from the wish to the answer: asked until answered, under one key, decided by the server alone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey, startAttempt, type Wish } from '#web/api/attempts.ts';
import type { Refusal } from '#web/api/call.ts';
import { keys } from '#web/api/keys.ts';
import { reads } from '#web/api/use-read.ts';
import type { BecauseCode, RefusedBody, WarnedBody } from '#web/api/wire.ts';
import { isOnline } from '#web/offline/online.ts';
import { type DraftPlace, keepDraft, readDraft } from '#web/seller/drafts.ts';
import { handOff } from '#web/seller/handoff/handoff.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { serverClock } from '#web/seller/shop.tsx';

export type WarnedRefusal = Refusal & WarnedBody;
export type RefusedRefusal = Refusal & RefusedBody;

/** Why a warning stands there again: its acknowledgement ran out, or what it was given for changed. */
export type WarnedAgain = 'ran_out' | 'changed' | null;

export type Phase =
  | { readonly step: 'ready' | 'asking' | 'offline' | 'lapsed' }
  /** No answer came: asked again as it was; `unconfirmed` once that was in vain too. */
  | { readonly step: 'confirming' | 'unconfirmed' }
  | { readonly step: 'refused'; readonly refusal: RefusedRefusal; readonly changed: boolean }
  | { readonly step: 'warned'; readonly refusal: WarnedRefusal; readonly again: WarnedAgain }
  /** Refused for another reason than the contact itself. */
  | { readonly step: 'stopped'; readonly refusal: Refusal };

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
  /** "Enviar mesmo assim", with the reason where one is asked for. */
  readonly goOn: (reason: BecauseCode | null) => void;
  /** Asks once more for the answer that did not come. */
  readonly confirm: () => void;
  readonly back: () => void;
}

export function useAttempt(place: DraftPlace, customerName: string): Attempting {
  const [phase, setPhase] = useState<Phase>(READY);
  const shown = useRef(true);
  const lapsedId = useRef<string | null>(null);
  const asked = useRef<Wish | null>(null);

  const ask = useCallback(
    async (wish: Wish, key: string, before: WarnedRefusal | null, late: boolean) => {
      if (inFlight.has(key)) return;
      inFlight.add(key);
      asked.current = wish;
      const since = performance.now();
      keepDraft(place, { ...readDraft(place), pending: { key, wish } });
      setPhase({ step: late ? 'confirming' : 'asking' });
      const answer = await answered(wish, key, () => setPhase({ step: 'confirming' }));
      inFlight.delete(key);
      if (answer.kind === 'lost') return setPhase({ step: 'unconfirmed' });
      keepDraft(place, { ...readDraft(place), pending: null });

      if (answer.kind === 'done') {
        lapsedId.current = answer.body.handoff === null ? answer.body.attempt.id : null;
        setPhase(answer.body.handoff === null ? { step: 'lapsed' } : READY);
        handOff(answer.body, customerName, late || !shown.current || performance.now() - since > LATE_MS);
        return void reads.invalidate(keys.attempts);
      }
      const { refusal } = answer;
      if (isWarned(refusal)) return setPhase({ step: 'warned', refusal, again: why(before, refusal) });
      if (!isRefused(refusal)) return setPhase({ step: 'stopped', refusal });
      // The answer to an old press, and its hour has come meanwhile: this press is judged on its own.
      if (late && opened(refusal)) return ask(wish, newKey(), before, false);
      setPhase({ step: 'refused', refusal, changed: before !== null });
      if (refusal.code !== 'quiet_hours') void reads.invalidate(keys.customers);
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

  const send = (text: string) => {
    if (!isOnline()) return setPhase({ step: 'offline' });
    void ask(
      {
        customerId: place.customerId,
        ...(place.suggestionId === null
          ? { origin: 'profile' }
          : { origin: 'suggestion', suggestionId: place.suggestionId }),
        ...(text.trim() === '' ? {} : { text }),
        ...(lapsedId.current === null ? {} : { attemptId: lapsedId.current }),
      },
      newKey(),
      null,
      false,
    );
  };
  const goOn = (reason: BecauseCode | null) => {
    if (phase.step !== 'warned' || asked.current === null) return;
    if (!isOnline()) return setPhase({ step: 'offline' });
    const { acknowledgement: _spent, reason: _old, ...wish } = asked.current;
    const { acknowledgement } = phase.refusal;
    void ask({ ...wish, acknowledgement, ...(reason && { reason }) }, newKey(), phase.refusal, false);
  };
  const confirm = () => {
    const { pending } = readDraft(place);
    if (pending) void ask(pending.wish, pending.key, null, true);
    else setPhase(READY);
  };
  return { phase, send, goOn, confirm, back: () => setPhase(READY) };
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

function isWarned(refusal: Refusal): refusal is WarnedRefusal {
  return refusal.code === 'warned' && 'acknowledgement' in refusal;
}

function isRefused(refusal: Refusal): refusal is RefusedRefusal {
  return 'decision' in refusal && refusal.code !== 'warned';
}

function opened({ opensAt }: RefusedRefusal): boolean {
  const now = serverClock.now();
  return opensAt !== null && now !== null && now >= instantOf(opensAt);
}

/** Compared with the warning that was acknowledged: too late, or not what it was any more (D13). */
function why(before: WarnedRefusal | null, now: WarnedRefusal): WarnedAgain {
  if (before === null) return null;
  const reasons = ({ decision }: WarnedRefusal) => decision.reasons.map(({ reason }) => reason).join();
  const same = reasons(before) === reasons(now) && before.decision.policyVersion === now.decision.policyVersion;
  const present = serverClock.now() ?? 0;
  return same && present >= instantOf(before.acknowledgeBefore) ? 'ran_out' : 'changed';
}
