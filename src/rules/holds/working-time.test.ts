/**
 * Tests that an offered time is in the store's hours, outside quiet hours, and not before the customer's earliest hour
 * (H7).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MANAUS, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { intersect } from '#rules/time/interval.ts';
import { scheduleIntervals } from '#rules/time/schedule.ts';
import type { OpenHours, OpenStore } from '#rules/time/store-hours.ts';
import { type WorkingCase, workingTime } from './working-time.ts';

const HOUR = 3_600_000;
const PAULISTA: readonly OpenHours[] = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
  weekday === 6
    ? { weekday, opensMinute: 14 * 60, closesMinute: 20 * 60 }
    : { weekday, opensMinute: 10 * 60, closesMinute: 22 * 60 },
);

function asked(zone: string, hours: readonly OpenHours[], change: Partial<WorkingCase> = {}): WorkingCase {
  const store: OpenStore = { id: 's', name: 'Loja', state: 'SP', zone, hours };
  return {
    store,
    notBeforeMinute: null,
    quietBetween: (from, to) => scheduleIntervals(DEFAULT_POLICY, zone, from, to),
    ...change,
  };
}

test('H7: at 22:00 the next opening of the store on its own clock is offered, until quiet hours begin', () => {
  for (const zone of [SAO_PAULO, MANAUS]) {
    const at = wall('2026-11-24T22:00', zone);
    assert.deepEqual(workingTime(asked(zone, PAULISTA), at), {
      start: wall('2026-11-25T10:00', zone),
      end: wall('2026-11-25T20:00', zone),
    });
  }
});

test('H7: a contact on Saturday night waits for Sunday’s opening', () => {
  const found = workingTime(asked(SAO_PAULO, PAULISTA), wall('2026-11-28T21:00', SAO_PAULO));
  assert.equal(found?.start, wall('2026-11-29T14:00', SAO_PAULO));
});

test('H7: a day without hours is skipped, and without any hours the end of quiet hours is the opening', () => {
  const weekdays = PAULISTA.slice(0, 5);
  const night = wall('2026-11-27T21:00', SAO_PAULO);
  assert.equal(workingTime(asked(SAO_PAULO, weekdays), night)?.start, wall('2026-11-30T10:00', SAO_PAULO));
  const unknown = { start: wall('2026-11-28T08:00', SAO_PAULO), end: wall('2026-11-28T20:00', SAO_PAULO) };
  assert.deepEqual(workingTime(asked(SAO_PAULO, []), night), unknown);
  assert.deepEqual(workingTime(asked(SAO_PAULO, PAULISTA, { store: null }), night), unknown);
});

test('H7: a customer who asked for the afternoon gets no message before', () => {
  const afternoon = asked(SAO_PAULO, PAULISTA, { notBeforeMinute: 14 * 60 });
  const found = workingTime(afternoon, wall('2026-11-24T22:00', SAO_PAULO));
  assert.deepEqual(found, {
    start: wall('2026-11-25T14:00', SAO_PAULO),
    end: wall('2026-11-25T20:00', SAO_PAULO),
  });
});

test('H7: the customer’s earliest hour counts also without known store hours', () => {
  const afternoon = asked(SAO_PAULO, [], { notBeforeMinute: 14 * 60 });
  assert.deepEqual(workingTime(afternoon, wall('2026-11-24T22:00', SAO_PAULO)), {
    start: wall('2026-11-25T14:00', SAO_PAULO),
    end: wall('2026-11-25T20:00', SAO_PAULO),
  });
  const nowhere = asked('America/Nowhere', [], { notBeforeMinute: 14 * 60, quietBetween: () => [] });
  const at = wall('2026-11-24T22:00', SAO_PAULO);
  assert.equal(workingTime(nowhere, at)?.start, at, 'without a clock there is no such hour');
});

test('an opening that already runs is cut at the given instant', () => {
  const at = wall('2026-11-25T15:30', SAO_PAULO);
  assert.deepEqual(workingTime(asked(SAO_PAULO, PAULISTA), at), {
    start: at,
    end: wall('2026-11-25T20:00', SAO_PAULO),
  });
});

test('an opening of several days is one interval, however long it is', () => {
  const allWeek = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 }));
  const from = wall('2026-11-24T09:00', SAO_PAULO);
  const sunday = wall('2026-11-29T00:00', SAO_PAULO);
  const never = { quietBetween: () => [] };
  assert.deepEqual(workingTime(asked(SAO_PAULO, allWeek.slice(0, 5), never), from), {
    start: from,
    end: wall('2026-11-28T00:00', SAO_PAULO),
  });
  assert.deepEqual(workingTime(asked(SAO_PAULO, allWeek.slice(0, 6), never), from + HOUR)?.end, sunday);
  // The end is exact to the millisecond, also where a step of the search ends.
  assert.equal(workingTime(asked(SAO_PAULO, allWeek.slice(0, 6), never), sunday - 24 * HOUR)?.end, sunday);
});

test('an opening without an end is cut after five days and a minute', () => {
  const from = wall('2026-11-24T09:00', SAO_PAULO);
  const open = asked(SAO_PAULO, [], { quietBetween: () => [] });
  assert.deepEqual(workingTime(open, from), { start: from, end: from + 5 * 24 * HOUR + 60_000 });
});

test('an opening that ends on the day it is searched for is found without a search of the days after it', () => {
  const from = wall('2026-11-24T22:00', SAO_PAULO);
  let searchedTo = from;
  const quietBetween = (start: number, end: number) => {
    searchedTo = Math.max(searchedTo, end);
    return scheduleIntervals(DEFAULT_POLICY, SAO_PAULO, start, end);
  };
  assert.equal(workingTime(asked(SAO_PAULO, PAULISTA, { quietBetween }), from)?.end, from + 22 * HOUR);
  assert.equal(searchedTo, from + 24 * HOUR);
});

test('T9: an opening that begins 400 days later counts as never, one that begins a millisecond earlier does not', () => {
  const from = wall('2026-11-24T22:00', SAO_PAULO);
  const far = from + 400 * 24 * HOUR;
  const startOf = (end: number) => {
    const quietBetween = (start: number, to: number) => intersect([{ start: from, end }], [{ start, end: to }]);
    return workingTime(asked(SAO_PAULO, [], { quietBetween }), from)?.start ?? null;
  };
  assert.equal(startOf(far), null);
  assert.equal(startOf(far - 1), far - 1);
});

test('T9: a store that opens only in quiet hours, or quiet time without an end, offers nothing', () => {
  const night = [{ weekday: 2, opensMinute: 21 * 60, closesMinute: 23 * 60 }];
  assert.equal(workingTime(asked(SAO_PAULO, night), wall('2026-11-24T22:00', SAO_PAULO)), null);
  const always = asked(SAO_PAULO, PAULISTA, { quietBetween: (start, end) => [{ start, end }] });
  assert.equal(workingTime(always, wall('2026-11-24T22:00', SAO_PAULO)), null);
});

test('a simple second search, minute by minute, finds the same opening', () => {
  const anyHours = fc.array(
    fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      opensMinute: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
      closesMinute: fc.integer({ min: 1, max: 96 }).map((quarter) => quarter * 15),
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(anyHours, fc.integer({ min: 0, max: 7 * 96 }), (hours, quarter) => {
      const from = wall('2026-11-23T00:00', SAO_PAULO) + quarter * 15 * 60_000;
      const isWorking = (at: number) => {
        const { dayOfWeek, hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(SAO_PAULO);
        if (hour >= 20 || hour < 8) return false;
        const now = (dayOfWeek - 1) * 1440 + hour * 60 + minute;
        return hours.some(({ weekday, opensMinute, closesMinute }) => {
          const length = closesMinute > opensMinute ? closesMinute - opensMinute : closesMinute + 1440 - opensMinute;
          return (now - (weekday * 1440 + opensMinute) + 7 * 1440) % (7 * 1440) < length;
        });
      };
      let at = from;
      while (!isWorking(at) && at < from + 8 * 24 * HOUR) at += 15 * 60_000;
      const found = workingTime(asked(SAO_PAULO, hours), from);
      assert.equal(found?.start ?? null, isWorking(at) ? at : null);
      if (found) for (let on = found.start; on < found.end; on += 15 * 60_000) assert.ok(isWorking(on));
    }),
    { numRuns: 150 },
  );
});
