/** An outage is told once a second with a number, not once a request with a stack. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { logOutage } from './outage-log.ts';

test('a thousand failures in a second are two lines with their number, and no stack', () => {
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
  assert.equal(lines.length, 4, 'after a quiet second the first is told at once again');
  mock.timers.reset();
});
