/** A message that is passed on speaks in the name of whoever sends it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledText, isNamed, keptStretches, renamed } from './seller-name.ts';

const TEMPLATE = 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca}. Beijo, {vendedor}';
const ADDRESSED = { customer: 'Marina Alves', seller: 'Ana Lima', store: 'Paulista', brand: 'Aurora' };
const FILLED = filledText(TEMPLATE, ADDRESSED);

test('a filled text knows where it names its seller', () => {
  assert.equal(FILLED.text, 'Oi, Marina! Aqui é Ana, da Aurora. Beijo, Ana');
  assert.deepEqual(
    FILLED.stretches.map(({ start, end }) => FILLED.text.slice(start, end)),
    ['Ana', 'Ana'],
  );
});

test('a text that nobody touched speaks wholly in the new name, and back again', () => {
  const bruno = renamed(FILLED, 'Bruno Reis');
  assert.equal(bruno.text, 'Oi, Marina! Aqui é Bruno, da Aurora. Beijo, Bruno');
  assert.deepEqual(renamed(bruno, 'Ana Lima'), FILLED);
});

test('an edited text keeps the stretches that the edit left alone', () => {
  const edited = FILLED.text.replace('da Aurora', 'da loja Aurora da Paulista');
  const kept = { text: edited, stretches: keptStretches(FILLED, edited) };
  assert.equal(renamed(kept, 'Bruno').text, 'Oi, Marina! Aqui é Bruno, da loja Aurora da Paulista. Beijo, Bruno');
});

test('a stretch that was touched is the writer’s own, and is asked about', () => {
  const edited = FILLED.text.replace('Aqui é Ana', 'Aqui é a Ana Lima').replace('Beijo, Ana', 'Beijo, Anabela');
  const kept = { text: edited, stretches: keptStretches(FILLED, edited) };
  assert.deepEqual(kept.stretches, []);
  assert.equal(isNamed(kept, 'Ana Lima'), true);
  assert.equal(isNamed({ text: 'Aqui é Anabela', stretches: [] }, 'Ana'), false);
  assert.equal(isNamed(FILLED, 'Ana'), false);
});
