/** Tests the states of a held contact: at its minute, when it was not sent, and which ends can be undone (H2–H4). */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Finding, Reason, Verdict } from '#rules/contact/decision.ts';
import {
  afterReady,
  afterRelease,
  canReturn,
  END_OF,
  expiryOf,
  HOLD_END_REASONS,
  opensTooLate,
  type Release,
} from './hold.ts';

const HOUR = 3_600_000;
const EXPIRES_AT = 1_000_000;
const NOW = EXPIRES_AT - 1_000;
const OPENS_AT = EXPIRES_AT - 500;
const READY: Release = { kind: 'ready' };
const WAIT: Release = { kind: 'wait' };
const endedAs = (reason: Extract<Release, { kind: 'ended' }>['reason']): Release => ({ kind: 'ended', reason });

interface Released {
  readonly verdict?: Verdict;
  readonly opensAt?: number | null;
  readonly heldAgain?: number;
  readonly availability?: Parameters<typeof afterRelease>[2];
  readonly now?: number;
}

/** Returns the release of a contact whose minute has come; refused for `reasons` unless the test says otherwise. */
function released(reasons: readonly Reason[], given: Released = {}): Release {
  const { verdict = 'block', opensAt = OPENS_AT, heldAgain = 0, availability = 'present', now = NOW } = given;
  const findings = reasons.map((reason): Finding => ({ reason, verdict: 'block' }));
  const waiting = { heldAgain, expiresAt: EXPIRES_AT };
  return afterRelease(waiting, { verdict, reasons: findings, opensAt }, availability, now);
}

suite('H2, D17: a contact whose minute has come is decided again', () => {
  test('an allowed contact becomes ready, however often it was held', () => {
    assert.deepEqual(released([], { verdict: 'allow', opensAt: null }), READY);
    assert.deepEqual(released([], { verdict: 'allow', opensAt: null, heldAgain: 9 }), READY);
  });

  test('D8: with an unsafe clock the release waits, whatever the other reasons are', () => {
    assert.deepEqual(released(['clock_unsafe'], { opensAt: null }), WAIT);
    assert.deepEqual(released(['quiet_hours', 'clock_unsafe']), WAIT);
    assert.deepEqual(released(['clock_unsafe'], { now: EXPIRES_AT, heldAgain: 9 }), WAIT);
  });

  test('H3: the hold ends at its expiry even if the contact would be allowed, and not a millisecond before', () => {
    const now = EXPIRES_AT;
    assert.deepEqual(released([], { verdict: 'allow', now }), endedAs('too_late'));
    assert.deepEqual(released(['quiet_hours'], { now }), endedAs('too_late'));
    assert.deepEqual(released(['opted_out'], { now: now + 1, opensAt: null }), endedAs('too_late'));
    assert.deepEqual(released([], { verdict: 'allow', now: now - 1 }), READY);
  });

  test('a contact in quiet hours is held again until the opening, at most five times', () => {
    const again: Release = { kind: 'again', from: OPENS_AT, counts: true };
    for (const heldAgain of [0, 1, 4]) {
      assert.deepEqual(released(['quiet_hours'], { heldAgain }), again);
      assert.deepEqual(released(['quiet_hours'], { heldAgain, verdict: 'warn' }), again);
    }
    for (const heldAgain of [5, 6]) {
      assert.deepEqual(released(['quiet_hours'], { heldAgain }), endedAs('held_too_often'));
    }
  });

  test('H2: a contact that opens after the expiry ends at once, and one that opens at the expiry is held again', () => {
    const again: Release = { kind: 'again', from: EXPIRES_AT, counts: true };
    assert.deepEqual(released(['contacted_recently'], { opensAt: EXPIRES_AT }), again);
    assert.deepEqual(released(['contacted_recently'], { opensAt: EXPIRES_AT + 1 }), endedAs('too_late'));
    assert.equal(opensTooLate(NOW, NOW + 72 * HOUR), false);
    assert.equal(opensTooLate(NOW, NOW + 72 * HOUR + 1), true);
  });

  test('P1: pace alone does not count towards the five times, but pace together with quiet does', () => {
    const again: Release = { kind: 'again', from: OPENS_AT, counts: false };
    assert.deepEqual(released(['pace']), again);
    assert.deepEqual(released(['pace'], { heldAgain: 5 }), again);
    assert.deepEqual(released(['quiet_hours', 'pace']), { ...again, counts: true });
    assert.deepEqual(released(['quiet_hours', 'pace'], { heldAgain: 5 }), endedAs('held_too_often'));
  });

  test('a reason that never changes ends the hold, and the first such check names the end', () => {
    const ends = (reasons: readonly Reason[], availability?: Released['availability']) =>
      released(reasons, { opensAt: null, heldAgain: 5, ...(availability && { availability }) });
    assert.deepEqual(ends(['customer_unavailable']), endedAs('unavailable'));
    assert.deepEqual(ends(['customer_unavailable'], 'erased'), endedAs('customer_erased'));
    assert.deepEqual(ends(['customer_unavailable', 'opted_out', 'quiet_hours'], 'erased'), endedAs('customer_erased'));
    assert.deepEqual(ends(['customer_unavailable', 'opted_out']), endedAs('unavailable'));
    assert.deepEqual(ends(['opted_out']), endedAs('opted_out'));
    assert.deepEqual(ends(['do_not_call_list', 'quiet_hours']), endedAs('unavailable'));
    assert.deepEqual(ends(['opted_out', 'no_permission', 'quiet_hours']), endedAs('opted_out'));
    assert.deepEqual(ends(['no_permission', 'quiet_hours']), endedAs('unavailable'));
    assert.deepEqual(ends(['quiet_hours']), endedAs('too_late'), 'T9: a quiet that never ends');
    assert.deepEqual(ends(['zone_uncertain', 'pace'], 'erased'), endedAs('too_late'), 'C4: no clock is known');
  });
});

test('H4: a ready hold that was not sent gets another minute once, and ends the second time', () => {
  const now = NOW;
  const again: Release = { kind: 'again', from: now, counts: false };
  assert.deepEqual(afterReady({ expiresAt: now + 1, returned: false }, now), again);
  assert.deepEqual(afterReady({ expiresAt: now, returned: false }, now), endedAs('too_late'));
  assert.deepEqual(afterReady({ expiresAt: now - 1, returned: false }, now), endedAs('too_late'));
  for (const expiresAt of [now + 1, now]) {
    assert.deepEqual(afterReady({ expiresAt, returned: true }, now), endedAs('not_sent'));
  }
});

test('H3: a hold expires 72 h after it began, or 12 h after its minute if that is later', () => {
  const heldAt = 1_786_000_000_000;
  assert.equal(expiryOf(heldAt, heldAt), heldAt + 72 * HOUR);
  assert.equal(expiryOf(heldAt, heldAt + 60 * HOUR), heldAt + 72 * HOUR);
  assert.equal(expiryOf(heldAt, heldAt + 60 * HOUR + 1), heldAt + 72 * HOUR + 1);
  assert.equal(expiryOf(heldAt, heldAt + 100 * HOUR), heldAt + 112 * HOUR);
});

test('H3: each reason belongs to one end', () => {
  const reasonsOf = (end: string) => HOLD_END_REASONS.filter((reason) => END_OF[reason] === end);
  assert.deepEqual(reasonsOf('sent'), ['handed_over']);
  const cancelled = ['seller', 'replaced', 'manager', 'customer_wrote', 'opted_out', 'reassigned', 'customer_erased'];
  assert.deepEqual(reasonsOf('cancelled'), cancelled);
  assert.deepEqual(reasonsOf('expired'), ['too_late', 'held_too_often', 'not_sent']);
  assert.deepEqual(reasonsOf('failed'), ['unavailable']);
});

test('H3: a hold that a person ended may return, and a replaced hold only if no message was sent', () => {
  assert.deepEqual(
    HOLD_END_REASONS.filter((reason) => canReturn(reason, true)),
    ['seller', 'manager', 'customer_wrote'],
  );
  assert.deepEqual(
    HOLD_END_REASONS.filter((reason) => canReturn(reason, false)),
    ['seller', 'replaced', 'manager', 'customer_wrote'],
  );
});

test('H3: only a cancelled hold may return', () => {
  for (const reason of HOLD_END_REASONS)
    if (canReturn(reason, false)) assert.equal(END_OF[reason], 'cancelled', reason);
});
