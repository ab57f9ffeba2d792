/**
 * Tests slots on thousands of random mornings (P3): they are even, inside the opening, fair between sellers, and equal
 * to those of a simple second implementation.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instant } from '#rules/time/interval.ts';
import { capacityOf, offsetOf, paceAt, type SlotOpening, slotOf } from './pace.ts';

const MINUTE = 60_000;
const OPENING = Date.parse('2026-11-24T13:00:00Z');

const anyMorning = fc
  .record({
    startMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 59_999 })),
    lengthMs: fc.integer({ min: 0, max: 13 * 60 * MINUTE }),
    spreadMinutes: fc.integer({ min: 0, max: 240 }),
    offsetMinutes: fc.integer({ min: 0, max: 9 }),
  })
  .map(
    ({ startMs, lengthMs, ...rest }): SlotOpening => ({
      openSpan: { start: OPENING + startMs, end: OPENING + startMs + lengthMs },
      ...rest,
    }),
  );

/** A day's opening is longer than the spread, as in a store. */
const anyDay = fc.record({
  spread: fc.integer({ min: 1, max: 240 }),
  offset: fc.integer({ min: 0, max: 9 }),
});

function dayOf(spread: number, offset: number): SlotOpening {
  return {
    openSpan: { start: OPENING, end: OPENING + (spread + 300) * MINUTE },
    spreadMinutes: spread,
    offsetMinutes: offset,
  };
}

/** Returns the first `count` reservations of a queue, as minutes after the opening. */
function minutesOf(morning: SlotOpening, count: number): number[] {
  const taken = new Set<Instant>();
  for (let n = 0; n < count; n++) {
    const at = slotOf(morning, n, (minute) => taken.has(minute));
    if (at === null) break;
    taken.add(at);
  }
  return [...taken].map((at) => (at - OPENING) / MINUTE);
}

/**
 * The simple second implementation: steps through the opening minute by minute, reverses the digits of `n` as a string,
 * and continues until a minute is free, from the beginning of the opening again where needed.
 */
function slotByWalking(
  { openSpan, spreadMinutes, offsetMinutes }: SlotOpening,
  n: number,
  taken: readonly Instant[],
): Instant | null {
  const minutes: Instant[] = [];
  for (let at = OPENING - MINUTE; at < openSpan.end; at += MINUTE) if (at >= openSpan.start) minutes.push(at);
  if (minutes.length === 0) return null;
  const own = minutes.slice(offsetMinutes % minutes.length);
  const spread = own.slice(0, Math.max(1, spreadMinutes));
  const digits = [...n.toString(2)].toReversed().join('');
  const wanted = Math.floor((spread.length * Number.parseInt(digits, 2)) / 2 ** digits.length);
  const inTurn = [...own.slice(wanted), ...own.slice(0, wanted)];
  return inTurn.find((at) => !taken.includes(at)) ?? null;
}

test('P3: the second implementation agrees, whichever minutes are taken', () => {
  fc.assert(
    fc.property(anyMorning, fc.integer({ min: 0, max: 500 }), fc.array(fc.nat(800)), (morning, n, takenMinutes) => {
      const taken = takenMinutes.map((minute) => OPENING + minute * MINUTE);
      const expected = slotByWalking(morning, n, taken);
      assert.equal(
        slotOf(morning, n, (at) => taken.includes(at)),
        expected,
      );
    }),
    { numRuns: 4_000 },
  );
});

test('P3: the second implementation agrees on whole mornings, beyond the last minute', () => {
  fc.assert(
    fc.property(anyMorning, (morning) => {
      const taken: Instant[] = [];
      for (let n = 0; n <= 60; n++) {
        const at = slotOf(morning, n, (minute) => taken.includes(minute));
        assert.equal(at, slotByWalking(morning, n, taken));
        if (at !== null) taken.push(at);
      }
      assert.equal(taken.length, Math.min(61, capacityOf(morning)));
    }),
    { numRuns: 300 },
  );
});

test('P3: an opening without a whole minute has no slot, and one without an end has those of a day', () => {
  const none = { openSpan: { start: OPENING + 1, end: OPENING + MINUTE }, spreadMinutes: 120, offsetMinutes: 3 };
  assert.deepEqual([slotOf(none, 0, () => false), capacityOf(none)], [null, 0]);
  const one = { ...none, openSpan: { start: OPENING + 1, end: OPENING + MINUTE + 1 } };
  assert.deepEqual([slotOf(one, 0, () => false), capacityOf(one)], [OPENING + MINUTE, 1]);
  const endless = { ...none, openSpan: { start: OPENING, end: Number.POSITIVE_INFINITY } };
  assert.equal(capacityOf(endless), 1_440 - 3);
});

test('P3: for any number no gap is longer than twice the even gap plus a minute of rounding', () => {
  fc.assert(
    fc.property(anyDay, fc.double({ min: 0, max: 1, noNaN: true }), ({ spread, offset }, share) => {
      const count = 1 + Math.floor(share * (spread - 1));
      const minutes = minutesOf(dayOf(spread, offset), count).sort((a, b) => a - b);
      const bounds = [...minutes, offset + spread];
      const gaps = minutes.map((minute, i) => (bounds[i + 1] as number) - minute);
      assert.equal(minutes[0], offset);
      assert.ok(Math.max(...gaps) <= (2 * spread) / count + 1, `${count} in ${spread}: ${minutes}`);
      assert.ok(Math.min(...gaps) >= 1);
    }),
    { numRuns: 3_000 },
  );
});

test('P3: slots beyond the spread’s minutes follow after the spread, inside the opening', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 200 }), ({ spread, offset }, more) => {
      const minutes = minutesOf(dayOf(spread, offset), spread + more);
      const behind = minutes.filter((minute) => minute >= offset + spread);
      assert.equal(behind.length, more);
      assert.ok(Math.max(...minutes) < spread + 300);
    }),
    { numRuns: 200 },
  );
});

test('P3: a slot is never before the opening nor at its end', () => {
  fc.assert(
    fc.property(anyMorning, fc.integer({ min: 0, max: 2_000 }), (morning, n) => {
      const at = slotOf(morning, n, () => false);
      if (at === null) return assert.equal(capacityOf(morning), 0);
      assert.ok(at >= morning.openSpan.start && at < morning.openSpan.end && at % MINUTE === 0);
    }),
    { numRuns: 4_000 },
  );
});

test('P3: a slot does not depend on the order in which other slots were asked for', () => {
  fc.assert(
    fc.property(anyMorning, fc.array(fc.nat(300), { minLength: 2, maxLength: 20 }), (morning, numbers) => {
      const asked = numbers.map((n) => slotOf(morning, n, () => false));
      const backwards = numbers.toReversed().map((n) => slotOf(morning, n, () => false));
      assert.deepEqual(backwards.toReversed(), asked);
    }),
    { numRuns: 500 },
  );
});

test('P3: two sellers’ n-th contacts differ by no more than their offsets', () => {
  const offsets = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), offsets, offsets, (spread, a, b) => {
      const [first, second] = [a, b].map((offset) => minutesOf(dayOf(spread, offset), 40)) as [number[], number[]];
      assert.deepEqual(
        first.map((minute) => minute - a),
        second.map((minute) => minute - b),
      );
    }),
    { numRuns: 300 },
  );
});

test('P3: with 600 sellers at one opening no minute has more than twice its share plus 90 contacts', () => {
  const sellers = Array.from(
    { length: 600 },
    (_, i) => `019a2070-34b1-788e-bf8e-${(i * 7919).toString(16).padStart(12, '0')}`,
  );
  for (const spread of [60, 120, 240]) {
    for (const each of [1, 2, 3, 5, 8, 13, 21, 34, 50]) {
      const load = new Map<number, number>();
      for (const seller of sellers) {
        for (const minute of minutesOf(dayOf(spread, offsetOf(seller)), each)) {
          load.set(minute, (load.get(minute) ?? 0) + 1);
        }
      }
      const share = (sellers.length * each) / spread;
      const peak = Math.max(...load.values());
      assert.ok(peak <= 2 * share + 90, `${each} each in ${spread} min: ${peak} at once, ${share} would be even`);
    }
  }
});

test('P3: a seller’s offset is the published FNV-1a, equal on every server and version', () => {
  const published = { '': 0x811c9dc5, a: 0xe40c292c, b: 0xe70c2de5, foobar: 0xbf9cf968 };
  for (const [text, hash] of Object.entries(published)) assert.equal(offsetOf(text), hash % 10, text);
});

test('P1: a search over all instants at which a contact stops counting finds the same free instant', () => {
  const contacts = fc.array(fc.integer({ min: -1_500_000, max: 240_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(contacts, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 20 }), (ago, max, perMinutes) => {
      const now = OPENING;
      const made = ago.map((ms) => now + ms).sort((a, b) => b - a);
      // A contact at most two minutes ahead was made by a server whose clock is ahead of this server's.
      const past = made.filter((at) => at <= now + 120_000);
      const inside = (at: Instant) => past.filter((each) => at - each < perMinutes * MINUTE).length;
      const tries = [now, ...past.map((at) => at + perMinutes * MINUTE)]
        .filter((at) => at >= now)
        .sort((a, b) => a - b);
      const free = tries.find((at) => inside(at) < max);
      assert.deepEqual(paceAt({ max, perMinutes, action: 'block' }, made, now), { count: inside(now), freeAt: free });
    }),
    { numRuns: 3_000 },
  );
});
