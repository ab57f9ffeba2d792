/** Tests the checker's own computation of quiet time against the published vectors. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type LoggedEvent, Silence } from './silence.ts';

const vectors = readFileSync(join(import.meta.dirname, '..', '..', 'vectors', 'quiet-hours.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const published = (over: Partial<LoggedEvent>): LoggedEvent => ({
  ...{ revision: 1, committedAt: 0, at: 0, kind: 'publish', version: 1, policy: null, effectiveAt: 0 },
  ...{ from: null, until: null },
  ...over,
});

test('the checker agrees with every vector of a random instant or a skipped hour (T1–T3, T5–T7)', () => {
  const ours = vectors.filter(({ kind }) => kind === 'random' || kind === 'gap');
  assert.ok(ours.length > 1_000);
  for (const { id, zone, policy, at, quiet } of ours) {
    const silence = new Silence([published({ policy, effectiveAt: Number.NEGATIVE_INFINITY })]);
    assert.equal(silence.isQuiet(1, zone, at), quiet, `vector ${id}`);
  }
});

test('a suspension ends quiet time, a resume restores it, and a later version counts from its own instant (T8, A7)', () => {
  const always = { windows: [], exceptions: [] };
  const night = { ...always, windows: [{ days: ['thu'], start: '00:00', end: '24:00' }] };
  const silence = new Silence([
    published({ policy: night }),
    published({ revision: 2, committedAt: 10, kind: 'suspend', version: null, from: 60_000, until: null }),
    published({ revision: 3, committedAt: 20, at: 120_000, kind: 'resume', version: null }),
    published({ revision: 4, committedAt: 30, version: 2, policy: always, effectiveAt: 180_000 }),
  ]);
  const quietAt = (at: number) => silence.isQuiet(4, 'UTC', at);
  assert.deepEqual([0, 60_000, 119_000, 120_000, 179_000, 180_000].map(quietAt), [
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
  assert.equal(silence.seenBy(15), 2, 'an event that was committed later is not counted');
  assert.equal(silence.isQuiet(2, 'UTC', 300_000), false);
});
