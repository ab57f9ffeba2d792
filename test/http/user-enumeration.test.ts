/**
 * Nobody finds out who has an account by asking for a new password or by a wrong password: answers and their times are alike
 * for known and unknown addresses.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '#kit/client.ts';
import { startLinkServer } from '#kit/link-server.ts';
import { HOUR } from '#kit/sign-in-server.ts';

const server = await startLinkServer();
const KNOWN = 'gestao@aurora.example';
const UNKNOWN = 'ninguem@aurora.example';

/** The median, over all pairs, of the known address's time divided by the unknown one's lies between 1 − this and 1 + this. */
const MOST_GAP = 0.05;
const PAIRS_A_ROUND = 16;
/** A loaded machine makes times differ by chance, so that a gap must last over this many rounds, whose times are put together. */
const ROUNDS = 20;

test('a forgotten password is answered alike in text and time, while a mail really leaves for the known address', async () => {
  const before = server.mails.received.length;
  // An hour later the limit of mails to one address allows the next one.
  const pairs = await compare((email) => server.device().post('/api/v1/password/forgot', { email }), HOUR);
  const mailed = server.mails.received.slice(before);
  assert.equal(mailed.length, pairs);
  assert.ok(mailed.every(({ to }) => to === KNOWN));
});

test('a wrong password is answered alike in text and time', async () => {
  // Ten tries at an account are possible in any quarter of an hour.
  await compare((email) => server.device().post('/api/v1/session', { email, password: 'uma senha errada' }), HOUR);
});

/**
 * Asks for both addresses, one after the other, until the times agree, and throws where they never do. The order within a
 * pair alternates. The two times of a pair are divided by each other, because the load of the machine changes more slowly.
 * Returns the number of pairs.
 */
async function compare(ask: (email: string) => Promise<Answer>, passMs: number): Promise<number> {
  const ratios: number[] = [];
  const answers = new Set<string>();
  const measure = async (email: string) => {
    const began = performance.now();
    const { status, body } = await ask(email);
    const ms = performance.now() - began;
    answers.add(JSON.stringify([status, { ...body, instance: null }]));
    // The work that follows an answer ends before the next request, whose time it would change.
    await server.deps.afterAnswer.settled();
    return ms;
  };
  let gap = 1;
  for (let round = 1; round <= ROUNDS && gap >= MOST_GAP; round++) {
    for (let pair = 0; pair < PAIRS_A_ROUND; pair++) {
      const knownFirst = pair % 2 === 0;
      const first = await measure(knownFirst ? KNOWN : UNKNOWN);
      const second = await measure(knownFirst ? UNKNOWN : KNOWN);
      ratios.push(knownFirst ? first / second : second / first);
      server.pass(passMs);
    }
    gap = Math.abs(medianOf(ratios) - 1);
  }
  assert.equal(answers.size, 1, [...answers].join('\n'));
  assert.ok(gap < MOST_GAP, `the times differ by ${(gap * 100).toFixed(1)} %`);
  console.log(`user enumeration: ${(gap * 100).toFixed(1)} % after ${ratios.length} pairs`);
  return ratios.length;
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
