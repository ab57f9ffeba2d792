/**
 * Tests the clock watch (D8): a clock that jumped is unsafe until it has agreed for a minute, and a clock that never
 * jumped is always safe.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  AGREEMENT_MS,
  type ClockSample,
  type ClockWatch,
  clearWatch,
  databaseClockAt,
  JUMP_MS,
  LONGEST_GAP_MS,
  NEW_WATCH,
  observe,
  RECOVERY_MS,
} from './clock-watch.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** The wall clock when the monotonic one shows 0. */
const NOON = Date.parse('2026-11-24T12:00:00Z');

/**
 * One second of a test: the true time, the differences of the wall clock and the database's clock, and whether the
 * database answered.
 */
interface Moment {
  readonly at: number;
  readonly wallBy?: number;
  readonly databaseBy?: number;
  readonly heard?: boolean;
}

function sampleOf({ at, wallBy = 0, databaseBy = 0, heard = true }: Moment): ClockSample {
  return { wall: NOON + at + wallBy, monotonic: at, database: heard ? NOON + at + databaseBy : null };
}

function after(moments: readonly Moment[], from: ClockWatch = NEW_WATCH): ClockWatch {
  return moments.reduce((watch, moment) => observe(watch, sampleOf(moment)), from);
}

/** Returns each second from `from` to `to`, both included; the database answers in every fifth. */
function seconds(from: number, to: number, moment: Omit<Moment, 'at'> = {}): Moment[] {
  const all: Moment[] = [];
  for (let at = from; at <= to; at += SECOND) all.push({ heard: (at / SECOND) % 5 === 0, ...moment, at });
  return all;
}

const SAFE = after(seconds(0, 10 * SECOND));
const LATER = 11 * SECOND;

describe('a process that starts', () => {
  const CASES: readonly (readonly [what: string, moments: readonly Moment[], trouble: ClockWatch['trouble']])[] = [
    [
      'is unsafe before the database has answered',
      [
        { at: 0, heard: false },
        { at: SECOND, heard: false },
      ],
      'not_compared',
    ],
    ['is safe at once if both clocks agree', [{ at: 0 }], null],
    ['is safe at a difference of exactly a minute', [{ at: 0, wallBy: JUMP_MS }], null],
    ['is unsafe if it is a millisecond further ahead', [{ at: 0, wallBy: JUMP_MS + 1 }], 'against_database'],
    ['is unsafe if it is a millisecond further behind', [{ at: 0, wallBy: -JUMP_MS - 1 }], 'against_database'],
    [
      'compares with its first sample',
      [
        { at: 0, heard: false },
        { at: SECOND, wallBy: HOUR, databaseBy: HOUR },
      ],
      'against_monotonic',
    ],
  ];
  for (const [what, moments, trouble] of CASES) test(what, () => assert.equal(after(moments).trouble, trouble));
});

describe('a clock that was trusted', () => {
  const CASES: readonly (readonly [what: string, moment: Omit<Moment, 'at'>, trouble: ClockWatch['trouble']])[] = [
    ['is safe after a step forward of a minute', { wallBy: JUMP_MS, heard: false }, null],
    ['is unsafe after a longer step forward', { wallBy: JUMP_MS + 1, heard: false }, 'against_monotonic'],
    ['is unsafe after a longer step back', { wallBy: -JUMP_MS - 1, heard: false }, 'against_monotonic'],
    [
      'is unsafe if it was set together with the database’s clock',
      { wallBy: HOUR, databaseBy: HOUR },
      'against_monotonic',
    ],
    ['is unsafe if only the database’s clock was set', { databaseBy: HOUR }, 'against_database'],
    [
      'is unsafe after a pause of the machine and its monotonic clock',
      { wallBy: 0, databaseBy: 61 * SECOND },
      'against_database',
    ],
    [
      'is unsafe after a sleep in which the monotonic clock stopped',
      { wallBy: 8 * HOUR, databaseBy: 8 * HOUR },
      'against_monotonic',
    ],
  ];
  for (const [what, moment, trouble] of CASES) {
    test(what, () => assert.equal(observe(SAFE, sampleOf({ ...moment, at: LATER })).trouble, trouble));
  }

  test('stays safe after a sleep in which the monotonic clock went on', () => {
    assert.equal(observe(SAFE, sampleOf({ at: LATER + 8 * HOUR })).trouble, null);
  });

  test('is unsafe after many small steps that add up to a jump', () => {
    const steps = seconds(LATER, LATER + 70 * SECOND).map((moment, i) => ({
      ...moment,
      wallBy: i * SECOND,
      heard: false,
    }));
    assert.equal(after(steps.slice(0, 61), SAFE).trouble, null);
    assert.equal(after(steps, SAFE).trouble, 'against_monotonic');
  });

  test('stays safe while it drifts slowly for a whole day', () => {
    let watch = SAFE;
    for (let at = LATER; at < 24 * HOUR; at += 5 * SECOND) {
      const wallBy = at * 0.000_9;
      watch = observe(watch, sampleOf({ at, wallBy, databaseBy: wallBy }));
      assert.equal(watch.trouble, null);
    }
  });

  test('is unsafe after a jump, even after a long gap', () => {
    const watch = observe(SAFE, sampleOf({ at: LATER + 24 * HOUR, wallBy: JUMP_MS, heard: false }));
    assert.equal(
      observe(watch, sampleOf({ at: LATER + 24 * HOUR, wallBy: JUMP_MS + 11, heard: false })).trouble,
      'against_monotonic',
    );
  });
});

describe('a clock that jumped', () => {
  const FROM = 15 * SECOND;
  const jumped = observe(SAFE, sampleOf({ at: FROM - SECOND, wallBy: HOUR, databaseBy: HOUR }));
  const there = { wallBy: HOUR, databaseBy: HOUR };

  test('is safe after a minute of agreement, and not a second before', () => {
    const quick = seconds(FROM, FROM + RECOVERY_MS, { ...there, heard: true });
    const silent = after([{ at: FROM - SECOND, wallBy: HOUR, heard: false }], SAFE);
    assert.equal(after(quick.slice(0, -1), silent).trouble, 'against_monotonic');
    assert.equal(after(quick, silent).trouble, null);
  });

  test('agrees only while each clock differs by at most two seconds', () => {
    const near = { wallBy: HOUR + AGREEMENT_MS, databaseBy: HOUR };
    assert.equal(after(seconds(FROM, FROM + RECOVERY_MS, near), jumped).trouble, null);
    const far = { wallBy: HOUR + AGREEMENT_MS + 1, databaseBy: HOUR };
    assert.notEqual(after(seconds(FROM, FROM + 10 * RECOVERY_MS, far), jumped).trouble, null);
    const wobbling = seconds(FROM, FROM + RECOVERY_MS, there).map((moment, i) =>
      i === 30 ? { ...moment, wallBy: HOUR + AGREEMENT_MS + 1, heard: false } : moment,
    );
    assert.notEqual(after(wobbling, jumped).trouble, null);
  });

  test('starts the minute again after each disagreement and each gap', () => {
    const half = after(seconds(FROM, FROM + 30 * SECOND, there), jumped);
    const gap = FROM + 30 * SECOND + LONGEST_GAP_MS + SECOND;
    assert.notEqual(after(seconds(gap, gap + 50 * SECOND, there), half).trouble, null);
    const allowed = FROM + 30 * SECOND + LONGEST_GAP_MS;
    assert.equal(after(seconds(allowed, allowed + 25 * SECOND, there), half).trouble, null);
  });

  test('begins and ends the minute with an answer of the database', () => {
    const begun = after(
      [{ at: FROM, ...there }, ...seconds(FROM + SECOND, FROM + 75 * SECOND, { ...there, heard: false })],
      jumped,
    );
    assert.equal(begun.trouble, 'against_monotonic');
    assert.equal(observe(begun, sampleOf({ at: FROM + 76 * SECOND, ...there })).trouble, null);
    const late = after(
      [
        { at: FROM - SECOND, wallBy: HOUR, heard: false },
        ...seconds(FROM, FROM + 75 * SECOND, { ...there, heard: false }),
        { at: FROM + 76 * SECOND, ...there },
      ],
      SAFE,
    );
    assert.equal(late.trouble, 'against_monotonic');
  });

  test('agrees at two seconds between wall and monotonic clock, and not at a millisecond more', () => {
    const stepped = (by: number) =>
      after(
        seconds(FROM, FROM + RECOVERY_MS, there).map((moment, i) =>
          i === 0 ? moment : { ...moment, wallBy: HOUR + by, databaseBy: HOUR + by },
        ),
        after([{ at: FROM - SECOND, wallBy: HOUR, heard: false }], SAFE),
      ).trouble;
    assert.equal(stepped(AGREEMENT_MS), null);
    assert.equal(stepped(AGREEMENT_MS + 1), 'against_monotonic');
  });

  test('stays unsafe without an answer of the database', () => {
    const silent = seconds(FROM, FROM + 600 * SECOND, { ...there, heard: false });
    assert.equal(after(silent, jumped).trouble, 'against_monotonic');
  });

  test('is safe at once after an operator clears it, and the next jump still counts', () => {
    const clear = clearWatch(jumped);
    assert.equal(clear.trouble, null);
    const next = observe(clear, sampleOf({ at: FROM, ...there }));
    assert.equal(next.trouble, null);
    assert.equal(observe(next, sampleOf({ at: FROM + SECOND, heard: false })).trouble, 'against_monotonic');
  });

  test('stays safe at a difference from the database that an operator accepted, and at none', () => {
    const apart = after([{ at: 0, wallBy: HOUR }]);
    const accepted = clearWatch(apart);
    assert.equal(after(seconds(SECOND, 20 * SECOND, { wallBy: HOUR }), accepted).trouble, null);
    assert.equal(observe(accepted, sampleOf({ at: SECOND, wallBy: 2 * HOUR })).trouble, 'against_database');
    assert.equal(observe(accepted, sampleOf({ at: SECOND, wallBy: 0 })).trouble, null);
  });

  test('names the latest trouble', () => {
    const apart = observe(jumped, sampleOf({ at: FROM, wallBy: HOUR, databaseBy: 0 }));
    assert.equal(apart.trouble, 'against_database');
  });
});

describe('an answer of the database', () => {
  test('belongs to the middle of its round trip, and is advanced to now', () => {
    assert.equal(databaseClockAt(5_300, { reading: NOON, askedAt: 5_000, answeredAt: 5_200 }), NOON + 200);
  });

  test('that took more than two seconds is not used', () => {
    assert.equal(databaseClockAt(3_000, { reading: NOON, askedAt: 0, answeredAt: 2_000 }), NOON + 2_000);
    assert.equal(databaseClockAt(3_000, { reading: NOON, askedAt: 0, answeredAt: 2_001 }), null);
  });
});

/** Generates any life of a host: gaps, steps of every size, a database that answers sometimes and may be set too. */
const anyLife = fc
  .array(
    fc.record({
      gap: fc.oneof(
        fc.constant(SECOND),
        fc.constant(SECOND),
        fc.constant(5 * SECOND),
        fc.integer({ min: 1, max: 20_000 }),
      ),
      wallStep: fc.oneof(
        { weight: 12, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: -90_000, max: 90_000 }) },
      ),
      databaseStep: fc.oneof(
        { weight: 12, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: -90_000, max: 90_000 }) },
      ),
      heard: fc.boolean(),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((steps) => {
    let [at, wallBy, databaseBy] = [0, 0, 0];
    return steps.map(({ gap, wallStep, databaseStep, heard }): Moment => {
      [at, wallBy, databaseBy] = [at + gap, wallBy + wallStep, databaseBy + databaseStep];
      return { at, wallBy, databaseBy, heard };
    });
  });

test('D8: a clock is never safe next to a jump, and only a minute of agreement makes it safe again', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      let watch = NEW_WATCH;
      for (const [i, moment] of life.entries()) {
        const before = watch;
        watch = observe(watch, sampleOf(moment));
        const wallBy = moment.wallBy ?? 0;
        const apart = moment.heard ? Math.abs(wallBy - (moment.databaseBy ?? 0)) : 0;
        const stepped = i === 0 ? 0 : Math.abs(wallBy - (life[i - 1]?.wallBy ?? 0));
        // The trusted offset follows slowly, so that a step counts as a little smaller or larger than it was.
        if (apart > JUMP_MS || stepped > 2 * JUMP_MS) assert.notEqual(watch.trouble, null);
        const back = before.trouble !== null && before.trouble !== 'not_compared' && watch.trouble === null;
        if (back) assert.ok(agreedForAMinute(life.slice(0, i + 1)), `back at ${moment.at}`);
      }
    }),
    { numRuns: 2_000 },
  );
});

/** The simple second implementation: goes back from now until a minute is proven or a sample disagrees. */
function agreedForAMinute(life: readonly Moment[]): boolean {
  const last = life.at(-1) as Moment;
  for (const [i, { at, wallBy = 0, databaseBy = 0, heard }] of [...life.entries()].reverse()) {
    if (heard && Math.abs(wallBy - databaseBy) > AGREEMENT_MS) return false;
    if (Math.abs(wallBy - (last.wallBy ?? 0)) > 2 * AGREEMENT_MS) return false;
    if (heard && last.at - at >= RECOVERY_MS) return true;
    if (at - (life[i - 1]?.at ?? 0) > LONGEST_GAP_MS) return false;
  }
  return false;
}

test('D8: a host that drifts within the limit stays safe for as long as it runs', () => {
  const honest = fc.record({
    drift: fc.double({ min: -0.000_5, max: 0.000_5, noNaN: true }),
    jitters: fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 300 }),
  });
  fc.assert(
    fc.property(honest, ({ drift, jitters }) => {
      let watch = NEW_WATCH;
      for (const [i, databaseJitter] of jitters.entries()) {
        const at = i * 5 * SECOND;
        const wallBy = at * drift;
        watch = observe(watch, sampleOf({ at, wallBy, databaseBy: wallBy + databaseJitter }));
        assert.equal(watch.trouble, null);
      }
    }),
    { numRuns: 300 },
  );
});

test('D8: only differences count: the same life at another time of day and uptime has the same result', () => {
  const lengths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(anyLife, lengths, lengths, (life, day, uptime) => {
      const troubles = (shift: (sample: ClockSample) => ClockSample) => {
        let watch = NEW_WATCH;
        return life.map((moment) => {
          watch = observe(watch, shift(sampleOf(moment)));
          return watch.trouble;
        });
      };
      const moved = troubles(({ wall, monotonic, database }) => ({
        wall: wall + day,
        monotonic: monotonic + uptime,
        database: database === null ? null : database + day,
      }));
      assert.deepEqual(
        moved,
        troubles((sample) => sample),
      );
    }),
    { numRuns: 300 },
  );
});
