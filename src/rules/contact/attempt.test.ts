/** Tests how decisions and outcomes change the state of an attempt (D13, D14, H3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ATTEMPT_STATES,
  type AttemptProgress,
  type AttemptState,
  applyEvent,
  isContact,
  isWaiting,
  OUTCOMES,
  type Outcome,
} from './attempt.ts';
import type { Verdict } from './decision.ts';

const progress = (state: AttemptState, outcome: Outcome | null = null): AttemptProgress => ({ state, outcome });
const decided = (verdict: Verdict) => ({ kind: 'decided', verdict }) as const;
const said = (outcome: Outcome) => ({ kind: 'outcome', outcome }) as const;

test('a first decision makes the attempt refused, warned or handed over', () => {
  assert.deepEqual(applyEvent(null, decided('block')), { ok: true, attempt: progress('refused'), changed: true });
  assert.deepEqual(applyEvent(null, decided('warn')), { ok: true, attempt: progress('warned'), changed: true });
  assert.deepEqual(applyEvent(null, decided('allow')), { ok: true, attempt: progress('handed_over'), changed: true });
});

test('D13: a warned or refused attempt gets the state of its next decision', () => {
  for (const state of ['refused', 'warned'] as const) {
    assert.deepEqual(applyEvent(progress(state), decided('allow')), {
      ok: true,
      attempt: progress('handed_over'),
      changed: true,
    });
  }
  assert.deepEqual(applyEvent(progress('warned'), decided('block')), {
    ok: true,
    attempt: progress('refused'),
    changed: true,
  });
  assert.deepEqual(applyEvent(progress('refused'), decided('warn')), {
    ok: true,
    attempt: progress('warned'),
    changed: true,
  });
  assert.deepEqual(applyEvent(progress('warned'), decided('warn')), {
    ok: true,
    attempt: progress('warned'),
    changed: false,
  });
});

test('a handed-over attempt keeps its state after any later decision', () => {
  for (const verdict of ['allow', 'warn', 'block'] as const) {
    assert.deepEqual(applyEvent(progress('handed_over'), decided(verdict)), {
      ok: true,
      attempt: progress('handed_over'),
      changed: false,
    });
  }
});

test('an attempt that has ended is not decided again', () => {
  const over = ['sent', 'abandoned', 'cancelled', 'expired', 'failed', 'unknown'] as const;
  for (const state of over) {
    for (const verdict of ['allow', 'warn', 'block'] as const) {
      assert.deepEqual(applyEvent(progress(state), decided(verdict)), { ok: false, fault: 'settled' }, state);
    }
  }
});

test('H3: a held attempt waits until a decision allows it, and is then handed over', () => {
  assert.deepEqual(ATTEMPT_STATES.filter(isWaiting), ['held', 'ready']);
  for (const attempt of [progress('held'), progress('ready')]) {
    assert.deepEqual(applyEvent(attempt, decided('warn')), { ok: true, attempt, changed: false });
    assert.deepEqual(applyEvent(attempt, decided('block')), { ok: true, attempt, changed: false });
    const handedOver = { ok: true, attempt: progress('handed_over'), changed: true };
    assert.deepEqual(applyEvent(attempt, decided('allow')), handedOver);
  }
});

test('an attempt that was never handed over accepts no outcome', () => {
  for (const outcome of OUTCOMES) {
    for (const attempt of [null, progress('refused'), progress('warned')]) {
      assert.deepEqual(applyEvent(attempt, said(outcome)), { ok: false, fault: 'not_handed_over' });
    }
  }
});

test('D14: "Não enviei" abandons the attempt, and an abandoned attempt is not a contact', () => {
  const step = applyEvent(progress('handed_over'), said('not_sent'));
  assert.deepEqual(step, { ok: true, attempt: progress('abandoned', 'not_sent'), changed: true });
  assert.deepEqual(ATTEMPT_STATES.filter(isContact), ['handed_over', 'sent']);
});

test('every other outcome of a hand-over means that it was sent', () => {
  for (const outcome of OUTCOMES.filter((outcome) => outcome !== 'not_sent')) {
    assert.deepEqual(applyEvent(progress('handed_over'), said(outcome)), {
      ok: true,
      attempt: progress('sent', outcome),
      changed: true,
    });
  }
});

test('the same outcome twice changes nothing the second time', () => {
  for (const outcome of OUTCOMES) {
    const once = applyEvent(progress('handed_over'), said(outcome));
    assert.ok(once.ok);
    assert.deepEqual(applyEvent(once.attempt, said(outcome)), { ok: true, attempt: once.attempt, changed: false });
  }
});

test('an outcome may be refined but never taken back', () => {
  // After the outcome on the left exactly those on the right are possible.
  const table: Record<Outcome, string> = {
    sent: 'stop wrong_number talked sold no_answer',
    no_answer: 'stop wrong_number talked sold',
    talked: 'stop sold',
    sold: 'stop',
    wrong_number: '',
    stop: '',
    not_sent: '',
  };
  for (const before of OUTCOMES) {
    const attempt = progress(before === 'not_sent' ? 'abandoned' : 'sent', before);
    const possible = OUTCOMES.filter((outcome) => outcome !== before && applyEvent(attempt, said(outcome)).ok);
    assert.equal(possible.join(' '), table[before], before);
    for (const outcome of OUTCOMES) {
      if (outcome === before || possible.includes(outcome)) continue;
      assert.deepEqual(applyEvent(attempt, said(outcome)), { ok: false, fault: 'settled' });
    }
    for (const outcome of possible) {
      assert.deepEqual(applyEvent(attempt, said(outcome)), {
        ok: true,
        attempt: progress('sent', outcome),
        changed: true,
      });
    }
  }
});
