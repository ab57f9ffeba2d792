/** Tests the sentences of notices (A8). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { noticeSentence } from './notice.ts';

const brand = { name: 'Aurora', article: 'a' } as const;
const policy = DEFAULT_POLICY;
const inForce = { until: null, from: null, paused: false } as const;
const tonight = { ...inForce, from: 'hoje, 20:00' } as const;
const paused = { ...inForce, paused: true } as const;
const weekend = { ...policy, windows: [{ days: ['sat', 'sun'], start: '18:00', end: '10:00' }] } as const;

test('the notice of the first day says what will happen and what stays possible (A8)', () => {
  assert.equal(
    noticeSentence('pt-BR', { kind: 'first_day', policy, brand, ...inForce }),
    'Novidade: das 20:00 às 08:00, a Aurora não inicia conversas. Responder clientes continua possível.',
  );
  assert.equal(
    noticeSentence('pt-BR', { kind: 'first_day', policy: weekend, brand, ...inForce }),
    'Novidade: a Aurora não inicia conversas nestes horários: sábado e domingo, das 18:00 às 10:00. Responder clientes continua possível.',
  );
});

test('the notice of a change says the new hours (A8)', () => {
  assert.equal(
    noticeSentence('pt-BR', { kind: 'changed', policy, brand, ...inForce }),
    'O Horário de Silêncio mudou: agora das 20:00 às 08:00.',
  );
});

test('future hours are never written as hours in force (A8)', () => {
  const said = (['first_day', 'changed', 'ended'] as const).map((kind) =>
    noticeSentence('pt-BR', { kind, policy, brand, ...tonight }),
  );
  assert.deepEqual(said, [
    'Novidade, a partir de hoje, 20:00: das 20:00 às 08:00, a Aurora não inicia conversas. Responder clientes continua possível.',
    'O Horário de Silêncio muda a partir de hoje, 20:00: das 20:00 às 08:00.',
    'A pausa terminou. O Horário de Silêncio vale a partir de hoje, 20:00: das 20:00 às 08:00.',
  ]);
  assert.deepEqual(
    (['en', 'es'] as const).map((language) => noticeSentence(language, { kind: 'changed', policy, brand, ...tonight })),
    [
      'Quiet hours change from hoje, 20:00: from 20:00 to 08:00.',
      'El horario de silencio cambia desde hoje, 20:00: de 20:00 a 08:00.',
    ],
  );
});

test('hours published during a suspension without an end are said to start after it (A8)', () => {
  assert.equal(
    noticeSentence('pt-BR', { kind: 'changed', policy, brand, ...paused }),
    'O Horário de Silêncio mudou e está em pausa. Quando voltar: das 20:00 às 08:00.',
  );
  assert.equal(
    noticeSentence('pt-BR', { kind: 'changed', policy, brand, ...paused, from: 'hoje, 20:00' }),
    'O Horário de Silêncio mudou e está em pausa. Quando voltar, a partir de hoje, 20:00: das 20:00 às 08:00.',
  );
  assert.equal(
    noticeSentence('es', { kind: 'first_day', policy, brand, ...paused }),
    'Novedad, cuando vuelva: de 20:00 a 08:00, Aurora no inicia conversaciones. Responder a clientes sigue siendo posible.',
  );
});

test('the notice of a suspension says its end if it has one (A8)', () => {
  const said = ['segunda, 08:00', null].map((until) =>
    noticeSentence('pt-BR', { kind: 'suspended', policy, brand, ...inForce, until }),
  );
  assert.deepEqual(said, [
    'O Horário de Silêncio está em pausa até segunda, 08:00.',
    'O Horário de Silêncio está em pausa.',
  ]);
  assert.equal(
    noticeSentence('pt-BR', { kind: 'ended', policy, brand, ...inForce }),
    'A pausa terminou. O Horário de Silêncio está de volta: das 20:00 às 08:00.',
  );
});
