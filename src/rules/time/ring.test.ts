/** Tests the 24-hour dial: its angles, arcs and windows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  arcPath,
  clockMinute,
  clockText,
  comingDay,
  DAY_MINUTES,
  type DialWindow,
  dialMinute,
  dialPoint,
  dialStep,
  openArcs,
  weekStrips,
  windowArc,
} from './ring.ts';

const night: DialWindow = { start: '20:00', end: '08:00' };
const everyDay = { yesterday: [night], today: [night], tomorrow: [night] };

test('midnight is on top, 06:00 at the right, noon at the bottom, 18:00 at the left', () => {
  assert.deepEqual(dialPoint(0, 10, 50), { x: 50, y: 40 });
  assert.deepEqual(dialPoint(360, 10, 50), { x: 60, y: 50 });
  assert.deepEqual(dialPoint(720, 10, 50), { x: 50, y: 60 });
  assert.deepEqual(dialPoint(1080, 10, 50), { x: 40, y: 50 });
});

test('a point on the dial gives its minute in steps of five, at any distance from the centre', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 40, max: 400 }), (step, radius) => {
      assert.equal(dialMinute(dialPoint(step * 5, radius, 160), 160), step * 5);
    }),
  );
  assert.equal(dialMinute(dialPoint(1202, 100, 160), 160), 1200);
  assert.equal(dialMinute(dialPoint(1203, 100, 160), 160), 1205);
  assert.equal(dialMinute(dialPoint(1439, 100, 160), 160), 0);
});

test('an arrow key moves to the next five minutes, also over midnight', () => {
  assert.equal(dialStep(1200, 5), 1205);
  assert.equal(dialStep(1203, 5), 1205);
  assert.equal(dialStep(1203, -5), 1200);
  assert.equal(dialStep(1438, 5), 0);
  assert.equal(dialStep(0, -5), 1435);
  assert.equal(dialStep(1410, 60), 30);
  assert.equal(dialStep(30, -60), 1410);
});

test('times are read and written as HH:mm, also beyond one day', () => {
  assert.equal(clockMinute('24:00'), 1440);
  assert.equal(clockText(1440), '00:00');
  assert.equal(clockText(-5), '23:55');
  assert.equal(clockText(487), '08:07');
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => clockMinute(clockText(minute)) === minute));
});

test('T2: a window that ends before it starts is one arc over midnight', () => {
  assert.deepEqual(windowArc(night), { start: 1200, end: 1920 });
  assert.deepEqual(windowArc({ start: '09:00', end: '18:00' }), { start: 540, end: 1080 });
  assert.deepEqual(windowArc({ start: '00:00', end: '24:00' }), { start: 0, end: 1440 });
  assert.deepEqual(windowArc({ start: '20:00', end: '00:00' }), { start: 1200, end: 1440 });
  assert.deepEqual(windowArc({ start: '08:00', end: '08:00' }), { start: 480, end: 1920 });
});

test('the same night on every day is one arc at every minute of the day', () => {
  for (const now of [0, 1, 479, 480, 700, 1199, 1200, 1439]) {
    assert.deepEqual(comingDay(everyDay, now), [{ start: 1200, end: 1920 }], `seen at ${clockText(now)}`);
  }
});

test('a night that does not repeat is shown from its beginning while it runs, and not afterwards', () => {
  const lastNight = { yesterday: [night], today: [], tomorrow: [] };
  assert.deepEqual(comingDay(lastNight, 60), [{ start: 1200, end: 1920 }]);
  assert.deepEqual(comingDay(lastNight, 480), []);
  assert.deepEqual(comingDay({ yesterday: [], today: [night], tomorrow: [] }, 60), [{ start: 1200, end: 1500 }]);
});

test('several windows of a day stay separate, and touching ones are joined (T6)', () => {
  const lunch = { start: '12:00', end: '14:00' };
  const siesta = { start: '14:00', end: '15:00' };
  const day = [lunch, siesta, night];
  assert.deepEqual(comingDay({ yesterday: day, today: day, tomorrow: day }, 600), [
    { start: 720, end: 900 },
    { start: 1200, end: 1920 },
  ]);
});

test('only arcs that end and begin at midnight are joined', () => {
  const seen = (...windows: DialWindow[]) =>
    comingDay({ yesterday: windows, today: windows, tomorrow: windows }, 600).map(({ start, end }) => [start, end]);
  const lunch = { start: '12:00', end: '14:00' };
  assert.deepEqual(seen({ start: '00:00', end: '06:00' }, lunch), [
    [0, 360],
    [720, 840],
  ]);
  assert.deepEqual(seen(lunch, { start: '20:00', end: '24:00' }), [
    [720, 840],
    [1200, 1440],
  ]);
});

test('a quiet day fills the dial, and an open day none of it', () => {
  const whole = [{ start: '00:00', end: '24:00' }];
  assert.deepEqual(comingDay({ yesterday: whole, today: whole, tomorrow: whole }, 600), [{ start: 0, end: 1440 }]);
  assert.deepEqual(openArcs([{ start: 0, end: 1440 }]), []);
  assert.deepEqual(openArcs([]), [{ start: 0, end: 1440 }]);
});

test('quiet and open arcs together fill the dial exactly once', () => {
  const time = fc.integer({ min: 0, max: 287 }).map((step) => clockText(step * 5));
  const windows = fc.array(
    fc
      .tuple(time, time)
      .filter(([start, end]) => start !== end)
      .map(([start, end]) => ({ start, end })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(windows, windows, windows, fc.integer({ min: 0, max: 1439 }), (yesterday, today, tomorrow, now) => {
      const quiet = comingDay({ yesterday, today, tomorrow }, now);
      const open = openArcs(quiet);
      const length = (arcs: typeof quiet) => arcs.reduce((sum, { start, end }) => sum + end - start, 0);
      assert.equal(length(quiet) + length(open), DAY_MINUTES);
      for (const { start, end } of [...quiet, ...open])
        assert.ok(start >= 0 && start < DAY_MINUTES && end > start && end <= start + DAY_MINUTES);
    }),
  );
});

test('T2: a Saturday night continues on the strip of Sunday morning', () => {
  const week = [[], [], [], [], [], [night], []];
  const strips = weekStrips(week);
  assert.deepEqual(strips[5], [{ start: 1200, end: 1440 }]);
  assert.deepEqual(strips[6], [{ start: 0, end: 480 }]);
  assert.deepEqual(strips[0], []);
  const lunch = { start: '12:00', end: '14:00' };
  assert.deepEqual(weekStrips([[lunch], [lunch], [], [], [], [], []])[1], [{ start: 720, end: 840 }]);
  assert.deepEqual(weekStrips([[], [], [], [], [], [], [night]])[0], [{ start: 0, end: 480 }]);
});

test('an arc is drawn clockwise, and in two strokes if it is longer than half a circle', () => {
  assert.equal(arcPath({ start: 0, end: 720 }, 10, 50), 'M50 40A10 10 0 0 1 50 60');
  assert.equal(arcPath({ start: 1080, end: 1440 }, 10, 50), 'M40 50A10 10 0 0 1 50 40');
  assert.equal(arcPath({ start: 360, end: 1260 }, 10, 50), 'M60 50A10 10 0 0 1 46.17 59.24A10 10 0 0 1 42.93 42.93');
  assert.equal(arcPath({ start: 0, end: 360 }, 10, 50), 'M50 40A10 10 0 0 1 60 50');
  assert.equal(arcPath({ start: 0, end: 1440 }, 10, 50), 'M50 40A10 10 0 0 1 50 60A10 10 0 0 1 50 40');
});
