import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { noticeSentence } from './notice.ts';

const brand = { name: 'Aurora', article: 'a' } as const;
const policy = DEFAULT_POLICY;
const weekend = { ...policy, windows: [{ days: ['sat', 'sun'], start: '18:00', end: '10:00' }] } as const;

test('the first day says what will happen and what stays possible (A8)', () => {
  assert.equal(
    noticeSentence('pt-BR', { kind: 'first_day', policy, brand, until: null }),
    'Novidade: das 20:00 às 08:00, a Aurora não inicia conversas. Responder clientes continua possível.',
  );
  assert.equal(
    noticeSentence('pt-BR', { kind: 'first_day', policy: weekend, brand, until: null }),
    'Novidade: a Aurora não inicia conversas nestes horários: sábado e domingo, das 18:00 às 10:00. Responder clientes continua possível.',
  );
});

test('a change says the hours as they are now (A8)', () => {
  assert.equal(
    noticeSentence('pt-BR', { kind: 'changed', policy, brand, until: null }),
    'O Horário de Silêncio mudou: agora das 20:00 às 08:00.',
  );
});

test('a pause says its end where it has one (A8)', () => {
  const said = ['segunda, 08:00', null].map((until) =>
    noticeSentence('pt-BR', { kind: 'suspended', policy, brand, until }),
  );
  assert.deepEqual(said, [
    'O Horário de Silêncio está em pausa até segunda, 08:00.',
    'O Horário de Silêncio está em pausa.',
  ]);
  assert.equal(
    noticeSentence('pt-BR', { kind: 'ended', policy, brand, until: null }),
    'A pausa terminou. O Horário de Silêncio está de volta: das 20:00 às 08:00.',
  );
});
