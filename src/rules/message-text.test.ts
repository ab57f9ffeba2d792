import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstName, MAX_TEXT, messageText, textFault } from './message-text.ts';

const marina = { customer: 'Marina Alves', seller: 'Ana Lúcia Prado', store: 'Paulista', brand: 'Aurora' };

test('every variable is filled, each as often as it stands', () => {
  const text = 'Oi, {primeiro_nome}! {primeiro_nome}? {nome}; {vendedor}, {loja}, {marca}.';
  assert.equal(messageText(text, marina), 'Oi, Marina! Marina? Marina Alves; Ana, Paulista, Aurora.');
});

test('a name that looks like a variable is not filled again', () => {
  assert.equal(
    messageText('Oi, {nome} ({loja})', { ...marina, customer: '{loja} $& $1' }),
    'Oi, {loja} $& $1 (Paulista)',
  );
});

test('a variable nobody knows is a fault at creation and stays as written', () => {
  assert.deepEqual(textFault('Oi, {apelido}'), { code: 'unknown_variable', name: 'apelido' });
  assert.deepEqual(textFault('Oi, {Nome}'), { code: 'unknown_variable', name: 'Nome' });
  assert.deepEqual(textFault('Oi, {}'), { code: 'unknown_variable', name: '' });
  assert.equal(messageText('Oi, {apelido}', marina), 'Oi, {apelido}');
});

test('a brace without its partner is a fault with its place', () => {
  assert.deepEqual(textFault('Oi, {nome'), { code: 'stray_brace', at: 4 });
  assert.deepEqual(textFault('Oi, {nome}}'), { code: 'stray_brace', at: 10 });
  assert.deepEqual(textFault('{{nome}'), { code: 'stray_brace', at: 0 });
});

test('a text is neither empty nor longer than a message may be', () => {
  assert.deepEqual(textFault(' \n'), { code: 'empty' });
  assert.equal(textFault('x'.repeat(MAX_TEXT)), null);
  assert.deepEqual(textFault('x'.repeat(MAX_TEXT + 1)), { code: 'too_long', max: 1024 });
  assert.equal(textFault('Oi, {primeiro_nome}! Chegou na {loja}.'), null);
});

test('people are spoken to by their first name, without the title', () => {
  assert.equal(firstName('  Marina  Alves '), 'Marina');
  assert.equal(firstName('Dra. Helena Prado'), 'Helena');
  assert.equal(firstName('DONA Zefa'), 'Zefa');
  assert.equal(firstName('Dr.'), 'Dr.');
});
