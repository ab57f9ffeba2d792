/** Tests a store's opening hours in one line, in the three languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHoursText } from './open-hours-text.ts';

const open = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

test('days with equal hours are joined, in the order of the week', () => {
  const hours = [open(6, '14:00', '20:00'), ...[0, 1, 2, 3, 4, 5].map((day) => open(day, '10:00', '22:00'))];
  assert.equal(openHoursText('pt-BR', hours), 'segunda a sábado das 10:00 às 22:00; domingo das 14:00 às 20:00');
  assert.equal(openHoursText('en', hours), 'Monday to Saturday from 10:00 to 22:00; Sunday from 14:00 to 20:00');
});

test('days that do not follow each other are listed', () => {
  const hours = [0, 2, 4].map((day) => open(day, '09:00', '18:00'));
  assert.equal(openHoursText('es', hours), 'lunes, miércoles y viernes de 09:00 a 18:00');
});
