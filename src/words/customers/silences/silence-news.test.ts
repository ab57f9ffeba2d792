/** The news of a silence says who did what, in one sentence of each language. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WEEKDAYS } from '#rules/time/calendar.ts';
import { silenceNewsText } from './silence-news.ts';

const silence = { days: WEEKDAYS, start: '00:00', end: '14:00' } as const;
const facts = { customer: 'Marina', by: 'Bruno', silence, isEnded: false, todayOn: '2026-11-24' };

test('the sentence of a silence that a colleague wrote down, in three languages', () => {
  assert.equal(
    silenceNewsText('pt-BR', facts),
    'Bruno anotou que Marina não quer mensagens: todos os dias, antes das 14:00.',
  );
  assert.equal(
    silenceNewsText('en', facts),
    'Bruno wrote down that Marina wants no messages: every day, before 14:00.',
  );
  assert.equal(
    silenceNewsText('es', facts),
    'Bruno anotó que Marina no quiere mensajes: todos los días, antes de las 14:00.',
  );
});

test('the sentence of a silence that a colleague ended, in three languages', () => {
  const ended = { ...facts, silence: { until: '2027-01-10' }, isEnded: true };
  assert.equal(silenceNewsText('pt-BR', ended), 'Bruno encerrou o silêncio que Marina pediu: até 10 jan, inclusive.');
  assert.equal(silenceNewsText('en', ended), 'Bruno ended the wish of Marina for no messages: until 10 Jan inclusive.');
  assert.equal(silenceNewsText('es', ended), 'Bruno terminó el silencio que pidió Marina: hasta 10 ene inclusive.');
});
