/** Tests the steps that a hold's events give (H2–H7). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldEvent } from './hold-event.ts';
import { holdSteps } from './hold-steps.ts';

const stepsOf = (events: readonly HoldEvent[]) => holdSteps(events, 'bruno');

const common = { by: null, known: true } as const;
const held: HoldEvent = { ...common, kind: 'held', at: 100, sellerId: 'ana', until: 200, openingAt: 190, by: 'ana' };
const ready = (at: number): HoldEvent => ({ ...common, kind: 'ready', at });
const timed = (at: number, until: number) => ({ ...common, at, until, openingAt: 190 });
const ended = (
  at: number,
  reason: Extract<HoldEvent, { kind: 'ended' }>['reason'],
  by: string | null = null,
): HoldEvent => ({
  ...{ kind: 'ended', at, reason, by, known: true },
});
const kept = { kind: 'kept', at: 100, known: true, until: 200, openingAt: 190 };

test('H4: a hold that is ready and not sent returns once and then ends', () => {
  const returned: HoldEvent = { kind: 'returned', ...timed(300, 400) };
  assert.deepEqual(stepsOf([held, ready(200), returned, ready(400), ended(500, 'not_sent')]), [
    kept,
    { kind: 'ready', at: 200, known: true, sellerId: 'ana' },
    { kind: 'returned', at: 300, known: true, until: 400 },
    { kind: 'ready', at: 400, known: true, sellerId: 'ana' },
    { kind: 'ended', at: 500, known: true, as: 'expired', reason: 'not_sent', by: null },
  ]);
});

test('H2, H5, H6, H7: each cause of a new minute has its own step', () => {
  const causes = ['refused', 'shut', 'hours', 'person', null] as const;
  const moves = causes.map((cause, i): HoldEvent => ({ kind: 'moved', ...timed(210 + i, 300 + i), cause }));
  const steps = stepsOf([held, ...moves]).slice(1);
  assert.deepEqual(
    steps.map(({ kind, at }) => [kind, at]),
    [
      ['again', 210],
      ['shut', 211],
      ['moved', 212],
      ['retimed', 213],
      ['changed', 214],
    ],
  );
});

test('H4: a hold that is passed on becomes ready in the list of its new seller', () => {
  const passed: HoldEvent = { kind: 'passed', at: 150, known: true, from: 'ana', to: 'bruno', by: 'carla' };
  assert.deepEqual(stepsOf([held, passed, ready(200)]).slice(1), [
    { kind: 'passed', at: 150, known: true, from: 'ana', to: 'bruno', by: 'carla' },
    { kind: 'ready', at: 200, known: true, sellerId: 'bruno' },
  ]);
});

test('H3, D14: a hand-over and its undoing are no steps, and a cancelled hold that waits again has all its steps', () => {
  assert.deepEqual(stepsOf([held, ended(250, 'handed_over')]), [kept]);
  const again: HoldEvent = { ...held, at: 300, until: 400 };
  assert.deepEqual(stepsOf([held, ended(250, 'handed_over'), ended(300, 'seller', 'ana'), again]), [
    kept,
    { ...kept, at: 300, until: 400 },
  ]);
  assert.deepEqual(stepsOf([held, ended(250, 'manager', 'carla'), again]), [
    kept,
    { kind: 'ended', at: 250, known: true, as: 'cancelled', reason: 'manager', by: 'carla' },
    { ...kept, at: 300, until: 400 },
  ]);
});

test('unknown parts of the log give no steps', () => {
  assert.deepEqual(stepsOf([ready(200)]), [{ kind: 'ready', at: 200, known: true, sellerId: 'bruno' }]);
  const first: HoldEvent = { ...held, until: null, openingAt: null, known: false };
  const moved: HoldEvent = { kind: 'moved', ...timed(800, 900), cause: null, known: false };
  assert.deepEqual(stepsOf([first, moved]), [
    { ...kept, until: null, openingAt: null, known: false },
    { kind: 'changed', at: 800, known: false, until: 900 },
  ]);
});

test('a hold with only an end in the log has the step of its end', () => {
  assert.deepEqual(stepsOf([ended(250, 'manager', 'carla')]), [
    { kind: 'ended', at: 250, known: true, as: 'cancelled', reason: 'manager', by: 'carla' },
  ]);
});

test('a move to an unknown minute is no step', () => {
  const moved: HoldEvent = { ...common, kind: 'moved', at: 210, until: null, openingAt: null, cause: 'hours' };
  const returned: HoldEvent = { ...common, kind: 'returned', at: 300, until: null, openingAt: null };
  assert.deepEqual(stepsOf([held, moved, returned]), [kept]);
});
