import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Before, judgeConsent } from './consent.ts';

const TODAY = '2026-11-23';
const none: Before = { state: 'unknown', on: null, stoppedOn: null };

test('D2: a consent without a stop counts from its day, and from today where no day is named', () => {
  assert.deepEqual(judgeConsent(none, { state: 'granted', on: '2026-01-05' }, TODAY), {
    ok: true,
    permission: { state: 'granted', on: '2026-01-05' },
    stop: 'as_it_is',
  });
  const undated = judgeConsent(none, { state: 'granted', on: null }, TODAY);
  assert.deepEqual(undated, { ok: true, permission: { state: 'granted', on: TODAY }, stop: 'as_it_is' });
});

test('D2: a consent lifts a stop or a refusal only if it is dated later, or written down today', () => {
  const stopped: Before = { ...none, stoppedOn: '2026-05-12' };
  const refused: Before = { state: 'refused', on: '2026-05-12', stoppedOn: null };
  for (const before of [stopped, refused]) {
    for (const on of ['2026-05-11', '2026-05-12'])
      assert.deepEqual(judgeConsent(before, { state: 'granted', on }, TODAY), {
        ok: false,
        fault: 'consent_before_stop',
      });
    const later = judgeConsent(before, { state: 'granted', on: '2026-05-13' }, TODAY);
    assert.equal(later.ok && later.stop, 'lift');
  }
  const stoppedToday = judgeConsent({ ...none, stoppedOn: TODAY }, { state: 'granted', on: TODAY }, TODAY);
  assert.equal(stoppedToday.ok && stoppedToday.stop, 'lift');
  const undated: Before = { state: 'refused', on: null, stoppedOn: null };
  assert.equal(judgeConsent(undated, { state: 'granted', on: '2026-11-22' }, TODAY).ok, false);
});

test('D2: a refusal stops the number, a known permission does not become unknown, and no day lies in the future', () => {
  const refusal = judgeConsent({ ...none, state: 'granted', on: '2026-01-01' }, { state: 'refused', on: null }, TODAY);
  assert.deepEqual(refusal, { ok: true, permission: { state: 'refused', on: TODAY }, stop: 'stop' });
  assert.deepEqual(judgeConsent({ ...none, state: 'granted' }, { state: 'unknown', on: null }, TODAY), {
    ok: false,
    fault: 'consent_withdrawn',
  });
  assert.deepEqual(judgeConsent(none, { state: 'granted', on: '2026-11-24' }, TODAY), {
    ok: false,
    fault: 'date_in_future',
  });
});
