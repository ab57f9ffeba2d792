/** Tests the server's clock on a screen: an offset to the monotonic clock, never the device's own time (D15). */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createServerClock } from './clock.ts';

it('the clock has no time until the server told one', () => {
  assert.equal(createServerClock(() => 0).now(), null);
});

it('the clock takes a reading as made half-way between request and answer, and runs on from there', () => {
  let monotonic = 1_000;
  const clock = createServerClock(() => monotonic);
  clock.set({ now: 50_000, ticking: true }, 800, 1_000);
  assert.equal(clock.now(), 50_100);
  monotonic = 61_000;
  assert.equal(clock.now(), 110_100);
});

it('the clock stops where the server’s clock is stopped, to the millisecond', () => {
  let monotonic = 0;
  const clock = createServerClock(() => monotonic);
  clock.set({ now: 71_999_999, ticking: false }, 0, 10);
  monotonic = 5_000;
  assert.equal(clock.now(), 71_999_999);
});

it('the clock calls a listener after each new reading until the listener is removed', () => {
  const clock = createServerClock(() => 0);
  let heard = 0;
  const stop = clock.onSet(() => heard++);
  clock.set({ now: 1, ticking: true }, 0, 0);
  stop();
  clock.set({ now: 2, ticking: true }, 0, 0);
  assert.equal(heard, 1);
});
