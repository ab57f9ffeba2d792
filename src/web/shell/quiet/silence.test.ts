/** Tests that a screen computes quiet hours between two answers to the millisecond, as the server does (T1, T8). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import { changesOf, instantOf, silenceAt } from './silence.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}-03:00`);
const text = (time: string) => new Date(at(time)).toISOString();
const NEXT_MORNING = new Date(Date.parse('2026-11-23T08:00:00-03:00')).toISOString();

/** An answer at 19:00; quiet from 20:00 to 08:00. */
const EVENING: QuietHours = {
  active: true,
  reason: 'in_force',
  policy: null,
  policyVersion: 1,
  quietNow: false,
  quietSince: null,
  quietUntil: null,
  nextQuietAt: text('20:00:00.000'),
  nextQuietUntil: NEXT_MORNING,
  suspendedUntil: null,
  sentence: null,
  coming: null,
  serverTime: text('19:00:00.000'),
  ticking: true,
  zone: 'America/Sao_Paulo',
  zones: [],
  notice: null,
};
/** An answer at 22:00. */
const NIGHT: QuietHours = {
  ...EVENING,
  quietNow: true,
  quietSince: text('20:00:00.000'),
  quietUntil: NEXT_MORNING,
  nextQuietAt: new Date(Date.parse('2026-11-23T20:00:00-03:00')).toISOString(),
  nextQuietUntil: new Date(Date.parse('2026-11-24T08:00:00-03:00')).toISOString(),
};

describe('the silence that a screen shows', () => {
  it('starts at its first millisecond, without a new answer (T1)', () => {
    assert.equal(silenceAt(EVENING, at('19:59:59.999')).quiet, false);
    const begun = silenceAt(EVENING, at('20:00:00.000'));
    assert.equal(begun.quiet, true);
    assert.equal(begun.until, Date.parse(NEXT_MORNING));
    assert.equal(begun.next, null);
  });

  it('ends after its last millisecond, and then names the next start', () => {
    const morning = Date.parse(NEXT_MORNING);
    assert.equal(silenceAt(NIGHT, morning - 1).quiet, true);
    const open = silenceAt(NIGHT, morning);
    assert.equal(open.quiet, false);
    assert.equal(open.next, Date.parse('2026-11-23T20:00:00-03:00'));
  });

  it('counts down the last ten minutes before it starts, minute by minute', () => {
    const left = (time: string) => silenceAt(EVENING, at(time)).minutesLeft;
    assert.equal(left('19:49:59.999'), null);
    assert.equal(left('19:50:00.000'), 10);
    assert.equal(left('19:50:00.001'), 10);
    assert.equal(left('19:59:00.000'), 1);
    assert.equal(left('20:00:00.000'), null);
  });

  it('is marked as closing in the last two minutes before it starts', () => {
    assert.equal(silenceAt(EVENING, at('19:57:59.999')).closing, false);
    assert.equal(silenceAt(EVENING, at('19:58:00.000')).closing, true);
    assert.equal(silenceAt(EVENING, at('20:00:00.000')).closing, false);
  });

  it('is stale from its next start or end on, and not before', () => {
    assert.equal(silenceAt(EVENING, at('19:59:59.999')).stale, false);
    assert.equal(silenceAt(EVENING, at('20:00:00.000')).stale, true);
    assert.equal(silenceAt(NIGHT, Date.parse(NEXT_MORNING)).stale, true);
  });

  it('is stale when published hours take effect, also while it is not quiet', () => {
    const coming = { version: 2, from: text('19:30:00.000'), paused: false, sentence: '' };
    const changing = { ...EVENING, coming };
    assert.equal(silenceAt(changing, at('19:29:59.999')).stale, false);
    assert.equal(silenceAt(changing, at('19:30:00.000')).stale, true);
    assert.ok(changesOf(changing).includes(at('19:30:00.000')));
  });

  it('lasts on without a known end (T9), and does not exist where no hours are in force', () => {
    const forEver = { ...NIGHT, quietUntil: null, nextQuietAt: null, nextQuietUntil: null };
    assert.deepEqual(silenceAt(forEver, at('23:00:00.000')), {
      quiet: true,
      until: null,
      next: null,
      minutesLeft: null,
      closing: false,
      stale: false,
    });
    const none = { ...EVENING, active: false, nextQuietAt: null, nextQuietUntil: null };
    assert.equal(silenceAt(none, at('23:00:00.000')).quiet, false);
  });

  it('lists the instants at which a screen must compute it again', () => {
    assert.deepEqual(
      changesOf(EVENING).filter((instant) => instant !== null),
      [at('20:00:00.000'), Date.parse(NEXT_MORNING), at('19:50:00.000'), at('19:58:00.000')],
    );
    assert.deepEqual(changesOf(undefined), []);
    assert.equal(instantOf(null), null);
  });
});
