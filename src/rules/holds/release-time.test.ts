/** Tests the minute that a held contact gets in its seller's queue (H7, P3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { offsetOf } from '#rules/contact/pace.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import { type ReleaseCase, releaseTime, type Slot } from './release-time.ts';

const MINUTE = 60_000;
const NIGHT = wall('2026-11-24T22:00', SAO_PAULO);
/** Quiet hours end at 08:00; no store hours are known. */
const OPENING = wall('2026-11-25T08:00', SAO_PAULO);
const NEXT_OPENING = wall('2026-11-26T08:00', SAO_PAULO);
const OFFSET = offsetOf('ana') * MINUTE;

function asked(slots: readonly Slot[] = [], change: Partial<ReleaseCase> = {}): ReleaseCase {
  return {
    store: null,
    notBeforeMinute: null,
    quietBetween: (from, to) => scheduleIntervals(DEFAULT_POLICY, SAO_PAULO, from, to),
    sellerId: 'ana',
    spreadMinutes: 120,
    slots,
    ...change,
  };
}

const slot = (at: number, change: Partial<Slot> = {}): Slot => ({ at, openingAt: OPENING, freed: false, ...change });
/** A slot for every minute of an opening from 08:00 to 20:00. */
const fullDay = (change: (minute: number) => Partial<Slot> = () => ({})): readonly Slot[] =>
  Array.from({ length: 720 }, (_, n) => slot(OPENING + n * MINUTE, change(n)));

test('the first contact of a queue gets the opening plus the seller’s offset, the second half the spread later', () => {
  const first = releaseTime(asked(), NIGHT);
  assert.deepEqual(first, { at: OPENING + OFFSET, openingAt: OPENING, didNotFit: false });
  const second = releaseTime(asked([slot(OPENING + OFFSET)]), NIGHT);
  assert.deepEqual(second, { at: OPENING + OFFSET + 60 * MINUTE, openingAt: OPENING, didNotFit: false });
});

test('slots of another opening and minutes that a seller chose do not count in the numbering', () => {
  const elsewhere = [
    slot(NEXT_OPENING, { openingAt: NEXT_OPENING }),
    slot(OPENING + 300 * MINUTE, { openingAt: null }),
  ];
  assert.equal(releaseTime(asked(elsewhere), NIGHT)?.at, OPENING + OFFSET);
});

test('a taken minute is skipped, also if a seller chose it', () => {
  const chosen = [slot(OPENING + OFFSET, { openingAt: null })];
  assert.equal(releaseTime(asked(chosen), NIGHT)?.at, OPENING + OFFSET + MINUTE);
});

test('a contact for a full day gets the next opening, with didNotFit', () => {
  const found = releaseTime(asked(fullDay()), NIGHT);
  assert.deepEqual(found, { at: NEXT_OPENING + OFFSET, openingAt: NEXT_OPENING, didNotFit: true });
});

test('a slot that was freed stays empty, unless the contact would expire without it', () => {
  const free = OPENING + 200 * MINUTE;
  const slots = fullDay((n) => ({ freed: n === 200 }));
  assert.equal(releaseTime(asked(slots), NIGHT)?.at, NEXT_OPENING + OFFSET);
  assert.equal(releaseTime(asked(slots), NIGHT, NEXT_OPENING + OFFSET + 1)?.at, NEXT_OPENING + OFFSET);
  assert.equal(releaseTime(asked(slots), NIGHT, NEXT_OPENING + OFFSET)?.at, free);
  assert.equal(releaseTime(asked(slots), NIGHT, free + 1)?.at, free);
  assert.equal(releaseTime(asked(slots), NIGHT, free)?.at, NEXT_OPENING + OFFSET, 'too late for it as well');
});

test('T9: there is no minute if nothing ever opens', () => {
  const never = asked([], { quietBetween: (start, end) => [{ start, end }] });
  assert.equal(releaseTime(never, NIGHT), null);
  assert.equal(releaseTime(never, NIGHT, NEXT_OPENING), null);
});

test('the search for a minute ends after 400 full openings', () => {
  const everyOtherMinute = (from: number, to: number) =>
    Array.from({ length: Math.ceil((to - from) / MINUTE / 2) + 1 }, (_, n) => {
      const start = OPENING + (2 * (n + Math.floor((from - OPENING) / MINUTE / 2)) + 1) * MINUTE;
      return { start: Math.max(start, from), end: Math.min(start + MINUTE, to) };
    }).filter(({ start, end }) => start < end);
  const full = (openings: number) =>
    Array.from({ length: openings }, (_, n) => OPENING + n * 2 * MINUTE).map((at) => slot(at, { openingAt: at }));
  const find = (openings: number) =>
    releaseTime(asked(full(openings), { quietBetween: everyOtherMinute }), OPENING)?.at ?? null;
  assert.equal(find(399), OPENING + 399 * 2 * MINUTE);
  assert.equal(find(400), null);
});
