/** A press of "Enviar" from phase to phase: each event in each state that it can meet, and what is asked next from there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HeldBody, StartedBody } from '#web/shell/api/api-types.ts';
import type { Refusal } from '#web/shell/api/call.ts';
import type { Wish } from '#web/shell/api/start-attempt.ts';
import type { DraftKey } from '#web/shell/drafts.ts';
import type { NotNow, Phase, RefusedRefusal, WarnedRefusal } from './attempt-phase.ts';
import { type AttemptEvent, type AttemptState, attemptReducer, followUpOf, UNASKED } from './attempt-reducer.ts';
import { wishToHold, wishToHoldText, wishToInsist, wishToSend, wishToSendNow } from './next-wish.ts';

const NOW = Date.parse('2026-11-22T22:14:00-03:00');
const LATER = '2026-11-23T10:00:00.000Z';
const WISH: Wish = { customerId: 'marina', origin: 'suggestion', suggestionId: 's1', text: 'Oi, Marina' };

const QUIET = refusal('quiet_hours', { decision: {}, attempt: { id: 'a1' }, opensAt: LATER }) as RefusedRefusal;
const STOP = refusal('opted_out', { decision: {}, attempt: { id: 'a1' }, opensAt: null }) as RefusedRefusal;
const WARNING = refusal('warned', {
  decision: { reasons: [{ reason: 'quiet_hours' }], policyVersion: 3 },
  attempt: { id: 'a2' },
  acknowledgement: 'token',
  acknowledgeBefore: new Date(NOW + 60_000).toISOString(),
}) as WarnedRefusal;
const HELD = { heldUntil: LATER } as HeldBody;

const REFUSED: NotNow = { step: 'refused', refusal: QUIET, changed: false };
const WARNED: NotNow = { step: 'warned', refusal: WARNING, again: null };
const TIMING: Phase = { step: 'timing', from: REFUSED, at: null, fault: null };

function refusal(code: Refusal['code'], more: object = {}): Refusal {
  return { code, title: code, detail: `${code} in words`, status: 409, ...more } as Refusal;
}

function at(phase: Phase, more: Partial<AttemptState> = {}): AttemptState {
  return { ...UNASKED, phase, asked: WISH, ...more };
}

function refused(answer: Refusal, before: NotNow | null = null, wish: Wish = WISH) {
  return { type: 'refused', refusal: answer, wish, before, now: NOW } as const;
}

function started(handoff: object | null): AttemptEvent {
  return { type: 'started', body: { attempt: { id: 'a3' }, handoff } as StartedBody };
}

interface Row {
  readonly from: AttemptState;
  readonly event: AttemptEvent;
  /** The fields of the state that the event changes. */
  readonly changes: Partial<AttemptState>;
}

const READY: Phase = { step: 'ready' };
const ASKING = at({ step: 'asking' });
const AGAIN: Wish = { ...WISH, hold: LATER };

const ROWS: Readonly<Record<string, Row>> = {
  'a press without a network asks nothing': {
    from: UNASKED,
    event: { type: 'pressed_offline' },
    changes: { phase: { step: 'offline' } },
  },
  'a press of now is asked': {
    from: UNASKED,
    event: { type: 'asked', wish: WISH, isLate: false },
    changes: { phase: { step: 'asking' }, asked: WISH },
  },
  'a press of earlier is confirmed': {
    from: UNASKED,
    event: { type: 'asked', wish: WISH, isLate: true },
    changes: { phase: { step: 'confirming' }, asked: WISH },
  },
  'a request without an answer is repeated': {
    from: ASKING,
    event: { type: 'repeated' },
    changes: { phase: { step: 'confirming' } },
  },
  'a request that was repeated in vain is left to the person': {
    from: at({ step: 'confirming' }),
    event: { type: 'lost' },
    changes: { phase: { step: 'unconfirmed' } },
  },
  'a request whose answer came in another tab is asked no more': {
    from: at({ step: 'unconfirmed' }),
    event: { type: 'nothing_pending' },
    changes: { phase: READY },
  },
  'a refusal shows, and its attempt is remembered': {
    from: ASKING,
    event: refused(QUIET),
    changes: { phase: REFUSED, refusedId: 'a1' },
  },
  'a warning shows, and its attempt is remembered': {
    from: ASKING,
    event: refused(WARNING),
    changes: { phase: WARNED, refusedId: 'a2' },
  },
  'a refusal after a warning says that it changed': {
    from: ASKING,
    event: refused(QUIET, WARNED),
    changes: { phase: { ...REFUSED, changed: true }, refusedId: 'a1' },
  },
  'a time that cannot be kept opens the choice of a time again': {
    from: at({ step: 'asking' }, { refusedId: 'a1' }),
    event: refused(refusal('time_quiet', { suggestedReleaseAt: null }), REFUSED, AGAIN),
    changes: {
      phase: { step: 'timing', from: REFUSED, at: Date.parse(LATER), fault: { kind: 'quiet', next: null } },
    },
  },
  'a message that waits for the customer already is named': {
    from: ASKING,
    event: refused(refusal('already_held', { attempt: { id: 'a9' }, heldUntil: null })),
    changes: { phase: { step: 'already', attemptId: 'a9', heldUntil: null } },
  },
  'any other refusal stops the press, and keeps the attempt of before': {
    from: at({ step: 'asking' }, { refusedId: 'a1' }),
    event: refused(refusal('busy')),
    changes: { phase: { step: 'stopped', refusal: refusal('busy') } },
  },
  'a contact kept for later shows its time': {
    from: ASKING,
    event: { type: 'held', held: HELD, wish: AGAIN },
    changes: { phase: { step: 'held', held: HELD, wish: AGAIN } },
  },
  'a hand-over makes the screen ready': {
    from: at({ step: 'asking' }, { lapsedId: 'a3' }),
    event: started({ url: 'https://wa.me/1' }),
    changes: { phase: READY, lapsedId: null },
  },
  'a hand-over whose link ran out is remembered': {
    from: at({ step: 'confirming' }),
    event: started(null),
    changes: { phase: { step: 'lapsed' }, lapsedId: 'a3' },
  },
  '“Outro horário” opens from a refusal': {
    from: at(REFUSED),
    event: { type: 'other_time' },
    changes: { phase: TIMING },
  },
  '“Outro horário” opens from a warning': {
    from: at(WARNED),
    event: { type: 'other_time' },
    changes: { phase: { step: 'timing', from: WARNED, at: null, fault: null } },
  },
  '“Outro horário” opens from nothing else': { from: ASKING, event: { type: 'other_time' }, changes: {} },
  'the way back from the times leads to their answer': {
    from: at(TIMING),
    event: { type: 'back' },
    changes: { phase: REFUSED },
  },
  'the way back from an answer leads to the text, and its attempt stays remembered': {
    from: at(REFUSED, { refusedId: 'a1' }),
    event: { type: 'back' },
    changes: { phase: READY },
  },
};

describe('attemptReducer', () => {
  for (const [name, { from, event, changes }] of Object.entries(ROWS))
    it(name, () => assert.deepEqual(attemptReducer(from, event), { ...from, ...changes }));

  it('leads from a warning through its acknowledgement to the hand-over', () => {
    const events: AttemptEvent[] = [
      { type: 'asked', wish: WISH, isLate: false },
      refused(WARNING),
      { type: 'asked', wish: { ...WISH, acknowledgement: 'token' }, isLate: false },
      { type: 'repeated' },
      started({ url: 'https://wa.me/1' }),
    ];
    const steps: string[] = [];
    events.reduce((state, event) => {
      const next = attemptReducer(state, event);
      steps.push(next.phase.step);
      return next;
    }, UNASKED);
    assert.deepEqual(steps, ['asking', 'warned', 'asking', 'confirming', 'ready']);
  });
});

describe('followUpOf', () => {
  const opened = { ...QUIET, opensAt: new Date(NOW).toISOString() };
  for (const [name, event, isLate, expected] of [
    ['a late refusal whose hour has come is asked anew', refused(opened), true, 'ask_anew'],
    ['a late refusal whose hour is to come is shown', refused(QUIET), true, null],
    [
      'a late refusal that never ends is shown, and the customers are read afresh',
      refused(STOP),
      true,
      'reread_customers',
    ],
    ['a refusal of now is shown, also where its hour has come', refused(opened), false, null],
    ['a refusal for another reason than the hour renews the customers', refused(STOP), false, 'reread_customers'],
    ['a warning is shown', refused(WARNING), true, null],
    ['a refusal of another kind is shown', refused(refusal('busy')), true, null],
  ] as const)
    it(name, () => assert.equal(followUpOf(event, isLate), expected));
});

describe('the wish of the next press', () => {
  const place: DraftKey = { personId: 'ana', customerId: 'marina', suggestionId: 's1' };
  const spent: Wish = { ...WISH, acknowledgement: 'old', reason: 'customer_asked', hold: true };

  it('is the text for its customer, from the suggestion or the profile', () => {
    assert.deepEqual(wishToSend(place, 'Oi, Marina', UNASKED), { wish: WISH, before: null });
    const profile = wishToSend({ ...place, suggestionId: null }, '  ', UNASKED);
    assert.deepEqual(profile.wish, { customerId: 'marina', origin: 'profile' });
  });

  it('goes on with the attempt that waits, else with the one whose link ran out', () => {
    const lapsed = { ...UNASKED, lapsedId: 'a3' };
    assert.equal(wishToSend(place, '', lapsed).wish.attemptId, 'a3');
    assert.equal(wishToSend({ ...place, heldId: 'h1' }, '', lapsed).wish.attemptId, 'h1');
  });

  it('“Deixar pronta” on the text goes on with the attempt that was refused, unless another waits', () => {
    const state = { ...UNASKED, refusedId: 'a1' };
    assert.deepEqual(wishToHoldText(place, 'Oi, Marina', UNASKED).wish, { ...WISH, hold: true });
    assert.equal(wishToHoldText(place, '', state).wish.attemptId, 'a1');
    assert.equal(wishToHoldText({ ...place, heldId: 'h1' }, '', state).wish.attemptId, 'h1');
  });

  it('“Enviar mesmo assim” carries the acknowledgement of the warning that stands there, and nothing of an earlier one', () => {
    const wish = { ...WISH, acknowledgement: 'token' };
    assert.deepEqual(wishToInsist(at(WARNED, { asked: spent }), null), { wish, before: WARNED });
    const because = wishToInsist(at(WARNED), 'customer_asked');
    assert.deepEqual(because?.wish, { ...wish, reason: 'customer_asked' });
    assert.equal(wishToInsist(at(REFUSED), null), null);
    assert.equal(wishToInsist(at(WARNED, { asked: null }), null), null);
  });

  it('“Deixar pronta” on an answer keeps its attempt, for the time offered or another', () => {
    const offered = { wish: { ...WISH, attemptId: 'a1', hold: true }, before: REFUSED };
    assert.deepEqual(wishToHold(at(REFUSED, { asked: spent }), true), offered);
    const other = { wish: { ...WISH, attemptId: 'a1', hold: LATER }, before: REFUSED };
    assert.deepEqual(wishToHold(at(TIMING), Date.parse(LATER)), other);
    assert.equal(wishToHold(ASKING, true), null);
  });

  it('“Enviar no WhatsApp” on an answer goes on with its attempt, and keeps nothing for later', () => {
    const wish = { ...WISH, attemptId: 'a2' };
    assert.deepEqual(wishToSendNow(at(WARNED, { asked: spent })), { wish, before: WARNED });
    assert.equal(wishToSendNow(at(TIMING)), null);
  });
});
