/** Tests that an outage is logged once a second with a count, not once a request with a stack trace. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { logOutage } from './outage-log.ts';

test('a thousand failures in a second are logged as two lines with a count and without a stack trace', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const lines: { failed: number; why: string }[] = [];
  const log = { warn: (line: object) => void lines.push(line as { failed: number; why: string }) };
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  for (let n = 0; n < 1000; n += 1) logOutage(log, refused);
  mock.timers.tick(1_000);
  assert.deepEqual(lines, [
    { failed: 1, why: 'ECONNREFUSED: connect' },
    { failed: 999, why: 'ECONNREFUSED: connect' },
  ]);

  logOutage(log, new Error('another'));
  mock.timers.tick(1_000);
  assert.deepEqual(lines.at(-1), { failed: 1, why: 'another' }, 'one more second, one more line');
  mock.timers.tick(1_000);
  logOutage(log, new Error('later'));
  assert.equal(lines.length, 4, 'after a second without failures the next failure is logged at once');
  mock.timers.reset();
});
