/** Tests when the summary of a week may be mailed: in the morning at the earliest, in open hours, and for three days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '#rules/time/calendar.ts';
import { type MailedStore, weekMailTimes } from './week-mail-times.ts';

const MONDAY = dayOf('2026-11-16') as number;
const at = (text: string) => Date.parse(`2026-11-${text}-03:00`);
const ALWAYS = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
const aStore = (some: Partial<MailedStore> = {}): MailedStore => ({
  open: [ALWAYS],
  quiet: [],
  weekEndsAt: at('23T00:00'),
  ...some,
});
const timesOf = (...stores: readonly MailedStore[]) =>
  weekMailTimes(MONDAY, 'America/Sao_Paulo', stores).map(({ start, end }) => [
    new Date(start).toISOString(),
    new Date(end).toISOString(),
  ]);
const between = (start: string, end: string) => [new Date(at(start)).toISOString(), new Date(at(end)).toISOString()];

test('a store that is always open is mailed from 08:00 to midnight of Monday, Tuesday and Wednesday', () => {
  assert.deepEqual(timesOf(aStore()), [
    between('23T08:00', '24T00:00'),
    between('24T08:00', '25T00:00'),
    between('25T08:00', '26T00:00'),
  ]);
});

test('no mail goes while every store is closed or quiet', () => {
  const late = {
    open: [{ start: at('23T10:00'), end: at('23T22:00') }],
    quiet: [{ start: at('23T20:00'), end: at('24T08:00') }],
  };
  const early = { open: [{ start: at('23T07:00'), end: at('23T09:00') }] };
  assert.deepEqual(timesOf(aStore(late)), [between('23T10:00', '23T20:00')]);
  assert.deepEqual(timesOf(aStore(late), aStore(early)), [
    between('23T08:00', '23T09:00'),
    between('23T10:00', '23T20:00'),
  ]);
  assert.deepEqual(timesOf(aStore({ quiet: [ALWAYS] })), []);
});

test('no mail goes before the week is over on the clock of the last store', () => {
  const [first] = timesOf(aStore(), aStore({ weekEndsAt: at('23T11:00') }));
  assert.deepEqual(first, between('23T11:00', '24T00:00'));
});

test('a brand without stores gets no mail', () => assert.deepEqual(timesOf(), []));
