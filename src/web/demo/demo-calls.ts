/** Sends the requests of the demo's bar: sign in as a person, and move the clock. */
import type { Instant } from '#rules/time/interval.ts';
import { type Call, call, sentenceOf } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { askForSession } from '#web/shell/api/session.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { forgetCustomers, setPausedPerson } from '#web/shell/session/device.ts';
import { setSession } from '#web/shell/session/session-state.ts';
import { serverClock } from '#web/shell/time/server-clock.ts';

export const DEMO_PEOPLE = ['ana', 'carla', 'gabriela', 'sofia'] as const;
export type DemoPerson = (typeof DEMO_PEOPLE)[number];

/**
 * Signs in; `beforeShown` runs before the person's first screen. Returns null after success, else the sentence of the
 * refusal, `lost` without an answer.
 */
export async function signInAs(as: DemoPerson, beforeShown: () => void): Promise<string | null> {
  const answer = await askForSession('/demo/session', { method: 'POST', body: { as } });
  if (answer.kind === 'lost') return 'lost';
  if (answer.kind === 'refused') return sentenceOf(answer.refusal);
  forgetCustomers();
  setPausedPerson(null);
  beforeShown();
  setSession(answer.body);
  return null;
}

/** Moves the clock for everybody; the clock runs on from there. Returns false without an answer. */
export async function moveClock(to: Instant): Promise<boolean> {
  const moved = await callClock({ method: 'PUT', body: { now: new Date(to).toISOString() } });
  // Screens without a live stream, such as the sign-in, learn of the new time here.
  if (moved && reads.peek(keys.quietHours).data !== undefined) void reads.invalidate(keys.quietHours);
  return moved;
}

export function readClock(): Promise<boolean> {
  return callClock({});
}

async function callClock(options: Call<'GET', '/demo/clock'> | Call<'PUT', '/demo/clock'>): Promise<boolean> {
  const askedAt = performance.now();
  const answer = await call('/demo/clock', options as Call<'GET', '/demo/clock'>);
  if (answer.kind !== 'done') return false;
  const { now, ticking } = answer.body;
  serverClock.set({ now: Date.parse(now), ticking }, askedAt, performance.now());
  return true;
}
