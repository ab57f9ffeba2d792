/** Tests that figures add up, and that figures which are left out count as zero. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addFigures, EVENING_FIGURES, FIGURES, figuresSum, noFigures } from './figures.ts';

test('figures add up one by one, and a figure that is left out adds nothing', () => {
  const sum = figuresSum();
  addFigures(sum, { sent: 2, sold: 1 });
  addFigures(sum, { ...noFigures(), sent: 3 });
  assert.deepEqual(sum, { ...noFigures(), sent: 5, sold: 1 });
});

test('no figure is listed twice, and the evenings are among them', () => {
  assert.equal(new Set(FIGURES).size, FIGURES.length);
  for (const figure of EVENING_FIGURES) assert.ok(FIGURES.includes(figure));
  assert.deepEqual(Object.keys(noFigures()), [...FIGURES]);
  assert.ok(Object.values(noFigures()).every((n) => n === 0));
});
