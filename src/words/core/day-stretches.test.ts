/** Tests how the stretches of a local day are written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayStretches } from './day-stretches.ts';

const night = [
  { start: '00:00', end: '08:00' },
  { start: '20:00', end: '00:00' },
];

test('a night that midnight cuts in two is written as one stretch, in each language', () => {
  assert.deepEqual(dayStretches('pt-BR', night), ['das 20:00 às 08:00']);
  assert.deepEqual(dayStretches('en', night), ['from 20:00 to 08:00']);
  assert.deepEqual(dayStretches('es', night), ['de 20:00 a 08:00']);
});

test('stretches in between are kept, and stretches that do not touch midnight on both sides are not joined', () => {
  const [morning, evening] = night as [(typeof night)[0], (typeof night)[0]];
  const nap = { start: '12:00', end: '13:00' };
  assert.deepEqual(dayStretches('pt-BR', [morning, nap, evening]), ['das 12:00 às 13:00', 'das 20:00 às 08:00']);
  assert.deepEqual(dayStretches('pt-BR', [morning, nap]), ['da 00:00 às 08:00', 'das 12:00 às 13:00']);
  assert.deepEqual(dayStretches('pt-BR', [nap, evening]), ['das 12:00 às 13:00', 'das 20:00 à 00:00']);
  assert.deepEqual(dayStretches('pt-BR', [{ start: '00:00', end: '24:00' }]), ['da 00:00 à 00:00']);
  assert.deepEqual(dayStretches('pt-BR', []), []);
});
