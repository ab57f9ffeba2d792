/**
 * Tests limits and slots on thousands of random mornings (P1, P3): contacts do not cluster, every contact gets a
 * minute, and no promise moves.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instant } from '#rules/time/interval.ts';
import { capacityOf, offsetOf, paceAt, type SlotOpening, slotOf, vanDerCorput } from './pace.ts';

const MINUTE = 60_000;
const OPENING = Date.parse('2026-11-24T13:00:00Z');
const LIMIT = { max: 10, perMinutes: 10, action: 'warn' } as const;

const anyMorning = fc
  .record({
    startMs: fc.integer({ min: 0, max: 59_999 }),
    minutes: fc.integer({ min: 1, max: 720 }),
    spreadMinutes: fc.integer({ min: 0, max: 240 }),
    offsetMinutes: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ startMs, minutes, spreadMinutes, offsetMinutes }): SlotOpening => {
    const start = OPENING + startMs;
    return { openSpan: { start, end: start + minutes * MINUTE }, spreadMinutes, offsetMinutes };
  });

/** Returns the first `count` reservations of a morning, in the order in which a queue makes them. */
function reserve(morning: SlotOpening, count: number): Instant[] {
  const taken = new Set<Instant>();
  const slots: Instant[] = [];
  for (let n = 0; n < count; n++) {
    const at = slotOf(morning, n, (minute) => taken.has(minute));
    if (at === null) break;
    taken.add(at);
    slots.push(at);
  }
  return slots;
}

test('P3: the first eight slots of a two-hour spread are at multiples of an eighth', () => {
  const morning = { openSpan: { start: OPENING, end: OPENING + 600 * MINUTE }, spreadMinutes: 120, offsetMinutes: 7 };
  const minutes = reserve(morning, 8).map((at) => (at - OPENING) / MINUTE);
  assert.deepEqual(minutes, [7, 67, 37, 97, 22, 82, 52, 112]);
});

test('P3: slots are distinct whole minutes inside the opening, the first within ten minutes of its start', () => {
  fc.assert(
    fc.property(anyMorning, fc.integer({ min: 1, max: 400 }), (morning, count) => {
      const slots = reserve(morning, count);
      assert.equal(new Set(slots).size, slots.length);
      for (const at of slots) {
        assert.equal(at % MINUTE, 0);
        assert.ok(at >= morning.openSpan.start && at < morning.openSpan.end);
      }
      if (slots[0] !== undefined) assert.ok(slots[0] - morning.openSpan.start < 11 * MINUTE);
    }),
    { numRuns: 2_000 },
  );
});

test('P3: a queue has as many slots as its opening has minutes, and then none', () => {
  fc.assert(
    fc.property(anyMorning, (morning) => {
      const all = reserve(morning, 2_000);
      assert.equal(all.length, capacityOf(morning));
    }),
    { numRuns: 300 },
  );
});

test('P3: for any number of slots no part of the spread has many more than its share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 9 }), (count, offsetMinutes) => {
      const morning = { openSpan: { start: OPENING, end: OPENING + 700 * MINUTE }, spreadMinutes: 120, offsetMinutes };
      const slots = reserve(morning, count);
      for (let from = 0; from <= 120; from += 5) {
        for (const length of [10, 30, 60]) {
          const start = OPENING + (offsetMinutes + from) * MINUTE;
          const inside = slots.filter((at) => at >= start && at < start + length * MINUTE).length;
          // Van der Corput's discrepancy: at most log2(n) + 1 beyond the even share.
          assert.ok(inside <= (count * length) / 120 + Math.log2(count) + 2, `${inside} of ${count} in ${length} min`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('P3: later holds never move an earlier slot, and a freed slot stays empty', () => {
  fc.assert(
    fc.property(anyMorning, fc.integer({ min: 2, max: 80 }), (morning, count) => {
      const all = reserve(morning, count);
      for (let shorter = 1; shorter < all.length; shorter++)
        assert.deepEqual(reserve(morning, shorter), all.slice(0, shorter));
    }),
    { numRuns: 200 },
  );
});

test('P3: many sellers with one opening do not begin at the same minute', () => {
  const offsets = Array.from({ length: 600 }, (_, i) =>
    offsetOf(`01a2070d-34b1-788e-bf8e-${String(i).padStart(12, '0')}`),
  );
  const counts = Array.from({ length: 10 }, (_, minute) => offsets.filter((offset) => offset === minute).length);
  assert.ok(Math.min(...counts) > 30 && Math.max(...counts) < 90, counts.join(' '));
  assert.equal(offsetOf('a seller'), offsetOf('a seller'));
});

test('van der Corput: the value equals the binary digits mirrored as a string', () => {
  for (let n = 0; n < 2_000; n++) {
    const mirrored = [...n.toString(2)].toReversed().join('');
    assert.equal(vanDerCorput(n), Number.parseInt(mirrored, 2) / 2 ** mirrored.length);
  }
});

test('P1: the eleventh contact in ten minutes waits until the first is ten minutes old, to the millisecond', () => {
  const burst = Array.from({ length: 10 }, (_, i) => OPENING - i * 1_000);
  assert.deepEqual(paceAt(LIMIT, burst, OPENING), { count: 10, freeAt: OPENING - 9_000 + 600_000 });
  assert.deepEqual(paceAt(LIMIT, burst, OPENING - 9_000 + 599_999).count, 10);
  const free = OPENING - 9_000 + 600_000;
  assert.deepEqual(paceAt(LIMIT, burst, free), { count: 9, freeAt: free });
});

test('P1: nine contacts allow a tenth, and without a limit no contact waits', () => {
  const nine = Array.from({ length: 9 }, (_, i) => OPENING - i);
  assert.deepEqual(paceAt(LIMIT, nine, OPENING), { count: 9, freeAt: OPENING });
  const many = Array.from({ length: 40 }, () => OPENING);
  assert.deepEqual(paceAt({ ...LIMIT, action: 'off' }, many, OPENING), { count: 40, freeAt: null });
});

test('P4: a contact recorded by a clock that is ahead counts, but not one that no safe clock could have recorded', () => {
  const ahead = [OPENING + 120_000, OPENING + 30_000];
  const limit = { ...LIMIT, max: 2 };
  assert.deepEqual(paceAt(limit, ahead, OPENING), { count: 2, freeAt: OPENING + 630_000 });
  assert.deepEqual(paceAt(limit, [OPENING + 120_001, OPENING], OPENING), { count: 1, freeAt: OPENING });
});

test('P1: a seller who waits for the free instant never exceeds the limit in any window', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 20 }),
      (gaps, max, perMinutes) => {
        const limit = { max, perMinutes, action: 'block' } as const;
        const made: Instant[] = [];
        let now = OPENING;
        for (const gap of gaps) {
          now += gap;
          now = Math.max(now, paceAt(limit, made, now).freeAt as Instant);
          made.unshift(now);
        }
        for (const end of made) {
          const inside = made.filter((at) => at > end - perMinutes * MINUTE && at <= end).length;
          assert.ok(inside <= max, `${inside} in ${perMinutes} min, at most ${max}`);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
