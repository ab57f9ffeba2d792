/** Tests of the log, which many people can read: it contains no secret and no whole phone number. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskPhones, openLog } from './log.ts';

function lineOf(write: (log: ReturnType<typeof openLog>) => void): Record<string, unknown> & { text: string } {
  const lines: string[] = [];
  write(openLog('info', { write: (line) => lines.push(line) }));
  assert.equal(lines.length, 1);
  return { ...JSON.parse(lines[0] ?? ''), text: lines[0] };
}

test('a phone number keeps only its last two digits, in every spelling', () => {
  for (const spelling of [
    '+5511987654321',
    '5511987654321',
    '11987654321',
    '+55 11 98765-4321',
    '(11) 98765-4321',
    '11 98765 4321',
    '1133224421',
  ]) {
    const masked = maskPhones(`to ${spelling}, please`);
    assert.match(masked, /21, please$/, spelling);
    assert.doesNotMatch(masked, /98765|3322/, spelling);
  }
  assert.equal(maskPhones('https://wa.me/5511987654321?text=oi'), 'https://wa.me/…21?text=oi');
});

test('ids, dates, instants, prices and counts are not masked', () => {
  for (const text of [
    '01900000-0000-7000-8000-000000000001',
    '2026-01-01T20:00:00.000Z',
    '2026-01-01 20:00:00',
    'R$ 1.234,56',
    'took 123456 ms',
    '{"at":1767225600000}',
  ]) {
    assert.equal(maskPhones(text), text);
  }
});

test('phone numbers are masked in messages, in nested fields and in errors', () => {
  const number = '+5511987654321';
  const line = lineOf((log) =>
    log.info({ a: { b: [{ phone: number }] }, err: new Error(`no ${number}`) }, `for ${number}`),
  );
  assert.doesNotMatch(line.text, /98765/);
  assert.match(line.text, /…21/);
  assert.equal(line.msg, 'for …21');
});

test('a phone number at the beginning of a line is masked', () => {
  const line = lineOf((log) => log.info('first\n5511987654321\t5511987654321'));
  assert.equal(line.msg, 'first\n…21\t…21');
});

test('a logged error keeps its type, its stack and its cause', () => {
  const line = lineOf((log) => log.error(new TypeError('outer', { cause: new Error('inner') })));
  const err = line.err as { type: string; stack: string };
  assert.equal(err.type, 'TypeError');
  assert.match(err.stack, /log\.test\.ts/);
  assert.match(err.stack, /inner/);
});

test('passwords, PINs, tokens and cookies are replaced by [hidden]', () => {
  const body = { password: 'hunter2', pin: '1111', newPin: '2222', newPassword: 'hunter3' };
  const headers = { authorization: 'Bearer hunter4', cookie: 'session=hunter5' };
  const line = lineOf((log) => log.info({ ...body, body, req: { headers } }, 'in'));
  assert.doesNotMatch(line.text, /hunter|1111|2222/);
});

test('a line below the log level is not written', () => {
  assert.throws(() => lineOf((log) => log.debug('quiet')));
});
