/** Tests the sentences of lints (A4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintText } from './lints.ts';

const hoursLost = (stores: readonly (readonly [string, number])[]) => ({
  code: 'hours_lost' as const,
  places: ['windows'],
  names: stores.map(([name]) => name),
  minutesAWeek: stores.map(([, minutes]) => minutes),
});

test('the lint hours_lost names each store with the hours it loses, in three languages (A4)', () => {
  const lint = hoursLost([
    ['Paulista', 720],
    ['Adrianópolis', 390],
  ]);
  assert.equal(
    lintText('pt-BR', lint),
    'Mais de 6 horas de loja aberta por semana ficam no silêncio: Paulista (12 h) e Adrianópolis (6 h 30).',
  );
  assert.equal(
    lintText('en', lint),
    'More than 6 opening hours a week fall into quiet hours: Paulista (12 h) and Adrianópolis (6 h 30).',
  );
  assert.equal(
    lintText('es', lint),
    'Más de 6 horas de tienda abierta por semana quedan en silencio: Paulista (12 h) y Adrianópolis (6 h 30).',
  );
});

test('the lint hours_lost names six of many stores and counts the others (A4)', () => {
  const stores = Array.from({ length: 8 }, (_, i) => [`L${i + 1}`, 720] as const);
  const [one, two] = [lintText('pt-BR', hoursLost(stores.slice(0, 7))), lintText('pt-BR', hoursLost(stores))];
  assert.match(one, /L6 \(12 h\) e mais 1 loja\.$/);
  assert.match(two, /L6 \(12 h\) e mais 2 lojas\.$/);
  assert.doesNotMatch(two, /L7/);
});
