import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HoldKept, holdSteps, type JudgedThen, type MinuteKept } from './hold-steps.ts';

const HELD: HoldKept = {
  ...{ sellerId: 'ana', heldAt: 100, promisedAt: 200, openingAt: 190, newsAt: null },
  ...{ endedAt: null, endReason: null, passedBy: null, minutes: [] },
};
const minute = (at: number, freedAt: number | null, more: Partial<MinuteKept> = {}): MinuteKept => ({
  ...{ at, freedAt, openingAt: 190, sellerId: 'ana', ...more },
});
const release = (at: number, verdict: JudgedThen['verdict']): JudgedThen => ({
  ...{ at, verdict, actor: 'release', actorId: 'ana' },
});
const LEFT: JudgedThen = { at: 100, verdict: 'block', actor: 'person', actorId: 'ana' };
const kept = { kind: 'kept', at: 100, until: 200, openingAt: 190 };

test('H1: what waits was left for later, until its minute and by its opening', () => {
  assert.deepEqual(holdSteps({ ...HELD, minutes: [minute(200, null)] }, [LEFT]), [kept]);
  assert.deepEqual(holdSteps(HELD, [LEFT]), [kept], 'also where its minute was another’s already');
});

test('H4: ready, not sent, back once more, and over', () => {
  const hold = { ...HELD, promisedAt: 400, newsAt: 500, endedAt: 500, endReason: 'not_sent' };
  assert.deepEqual(
    holdSteps({ ...hold, minutes: [minute(200, 300), minute(400, 500)] }, [
      LEFT,
      release(200, 'allow'),
      release(400, 'allow'),
    ]),
    [
      kept,
      { kind: 'ready', at: 200, sellerId: 'ana' },
      { kind: 'returned', at: 300, until: 400 },
      { kind: 'ready', at: 400, sellerId: 'ana' },
      { kind: 'ended', at: 500 },
    ],
  );
});

test('H2, H6, H7: it could not be sent, the store was shut, the hours changed', () => {
  const minutes = [minute(200, 200), minute(300, 305), minute(400, 350), minute(450, null)];
  const judged = [LEFT, release(200, 'block')];
  assert.deepEqual(holdSteps({ ...HELD, promisedAt: 450, newsAt: 350, minutes }, judged).slice(1), [
    { kind: 'again', at: 200, until: 300 },
    { kind: 'shut', at: 305, until: 400 },
    { kind: 'moved', at: 350, until: 450 },
  ]);
});

test('H5: another minute is somebody’s wish: whose, where the record says so', () => {
  const minutes = [minute(200, 120), minute(300, 130, { openingAt: null }), minute(400, null)];
  const judged = [LEFT, { ...LEFT, at: 130 }];
  assert.deepEqual(holdSteps({ ...HELD, promisedAt: 400, minutes }, judged).slice(1), [
    { kind: 'retimed', at: 120, until: 300, by: null },
    { kind: 'retimed', at: 130, until: 400, by: 'ana' },
  ]);
});

test('H4: passed on, it keeps its time, in the list of who has it from then on', () => {
  const minutes = [minute(200, 150), minute(200, null, { sellerId: 'bruno' })];
  const hold = { ...HELD, sellerId: 'bruno', passedBy: 'carla', newsAt: 150, minutes };
  const passed = { kind: 'passed', at: 150, from: 'ana', to: 'bruno', by: 'carla' };
  const ready = { kind: 'ready', at: 200, sellerId: 'bruno' };
  assert.deepEqual(holdSteps(hold, [LEFT, release(200, 'allow')]), [kept, passed, ready]);
  const elsewhere = { ...hold, minutes: [minute(200, 150)] };
  assert.deepEqual(holdSteps(elsewhere, [LEFT]), [kept, passed], 'also where the minute was taken in the new queue');
  const whileReady = { ...hold, minutes: [minute(200, 250), minute(900, null, { sellerId: 'bruno' })] };
  assert.deepEqual(holdSteps(whileReady, [LEFT, release(200, 'allow')]), [
    kept,
    { ...ready, sellerId: 'ana' },
    { ...passed, at: 250 },
  ]);
});

test('H3: how it ended is told once: a hand-over by what came of it', () => {
  const ended = { ...HELD, endedAt: 250, minutes: [minute(200, 250)] };
  assert.deepEqual(holdSteps({ ...ended, endReason: 'handed_over' }, [LEFT]), [kept]);
  assert.deepEqual(holdSteps({ ...ended, endReason: 'opted_out' }, [LEFT]), [kept, { kind: 'ended', at: 250 }]);
});

test('minutes that are forgotten are not made up', () => {
  const hold = { ...HELD, promisedAt: 900, newsAt: 800, endedAt: 950, endReason: 'too_late' };
  assert.deepEqual(holdSteps(hold, []), [
    { kind: 'kept', at: 100, until: null, openingAt: null },
    { kind: 'ended', at: 950 },
  ]);
});
