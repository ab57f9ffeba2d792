import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ATTEMPT_STATES,
  type AttemptProgress,
  type AttemptState,
  isContact,
  isWaiting,
  next,
  OUTCOMES,
  type Outcome,
} from './attempt.ts';
import type { Verdict } from './decision.ts';

const progress = (state: AttemptState, outcome: Outcome | null = null): AttemptProgress => ({ state, outcome });
const decided = (verdict: Verdict) => ({ kind: 'decided', verdict }) as const;
const said = (outcome: Outcome) => ({ kind: 'outcome', outcome }) as const;

test('a first decision makes the attempt refused, warned or handed over', () => {
  assert.deepEqual(next(null, decided('block')), { ok: true, attempt: progress('refused'), changed: true });
  assert.deepEqual(next(null, decided('warn')), { ok: true, attempt: progress('warned'), changed: true });
  assert.deepEqual(next(null, decided('allow')), { ok: true, attempt: progress('handed_over'), changed: true });
});

test('D13: a warned or refused attempt goes on as whatever it is decided to be now', () => {
  for (const state of ['refused', 'warned'] as const) {
    assert.deepEqual(next(progress(state), decided('allow')), {
      ok: true,
      attempt: progress('handed_over'),
      changed: true,
    });
  }
  assert.deepEqual(next(progress('warned'), decided('block')), {
    ok: true,
    attempt: progress('refused'),
    changed: true,
  });
  assert.deepEqual(next(progress('refused'), decided('warn')), {
    ok: true,
    attempt: progress('warned'),
    changed: true,
  });
  assert.deepEqual(next(progress('warned'), decided('warn')), {
    ok: true,
    attempt: progress('warned'),
    changed: false,
  });
});

test('what was handed over stays so, whatever is decided of it later', () => {
  for (const verdict of ['allow', 'warn', 'block'] as const) {
    assert.deepEqual(next(progress('handed_over'), decided(verdict)), {
      ok: true,
      attempt: progress('handed_over'),
      changed: false,
    });
  }
});

test('an attempt that is over is not decided again', () => {
  const over = ['sent', 'abandoned', 'cancelled', 'expired', 'failed', 'unknown'] as const;
  for (const state of over) {
    for (const verdict of ['allow', 'warn', 'block'] as const) {
      assert.deepEqual(next(progress(state), decided(verdict)), { ok: false, fault: 'settled' }, state);
    }
  }
});

test('H3: what is kept for later goes on waiting until it is allowed, and is handed over then', () => {
  assert.deepEqual(ATTEMPT_STATES.filter(isWaiting), ['held', 'ready']);
  for (const attempt of [progress('held'), progress('ready')]) {
    assert.deepEqual(next(attempt, decided('warn')), { ok: true, attempt, changed: false });
    assert.deepEqual(next(attempt, decided('block')), { ok: true, attempt, changed: false });
    const handedOver = { ok: true, attempt: progress('handed_over'), changed: true };
    assert.deepEqual(next(attempt, decided('allow')), handedOver);
  }
});

test('nobody can say how a message went that was never handed over', () => {
  for (const outcome of OUTCOMES) {
    for (const attempt of [null, progress('refused'), progress('warned')]) {
      assert.deepEqual(next(attempt, said(outcome)), { ok: false, fault: 'not_handed_over' });
    }
  }
});

test('D14: "Não enviei" abandons the attempt, and an abandoned attempt is no contact', () => {
  const step = next(progress('handed_over'), said('not_sent'));
  assert.deepEqual(step, { ok: true, attempt: progress('abandoned', 'not_sent'), changed: true });
  assert.deepEqual(ATTEMPT_STATES.filter(isContact), ['handed_over', 'sent']);
});

test('every other outcome of a hand-over means that it was sent', () => {
  for (const outcome of OUTCOMES.filter((outcome) => outcome !== 'not_sent')) {
    assert.deepEqual(next(progress('handed_over'), said(outcome)), {
      ok: true,
      attempt: progress('sent', outcome),
      changed: true,
    });
  }
});

test('the same outcome twice changes nothing the second time', () => {
  for (const outcome of OUTCOMES) {
    const once = next(progress('handed_over'), said(outcome));
    assert.ok(once.ok);
    assert.deepEqual(next(once.attempt, said(outcome)), { ok: true, attempt: once.attempt, changed: false });
  }
});

test('knowledge only grows: what was said is refined, never taken back', () => {
  // After the outcome on the left, exactly those on the right are still possible.
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
    const possible = OUTCOMES.filter((outcome) => outcome !== before && next(attempt, said(outcome)).ok);
    assert.equal(possible.join(' '), table[before], before);
    for (const outcome of OUTCOMES) {
      if (outcome === before || possible.includes(outcome)) continue;
      assert.deepEqual(next(attempt, said(outcome)), { ok: false, fault: 'settled' });
    }
    for (const outcome of possible) {
      assert.deepEqual(next(attempt, said(outcome)), { ok: true, attempt: progress('sent', outcome), changed: true });
    }
  }
});
