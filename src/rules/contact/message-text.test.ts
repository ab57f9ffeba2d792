/** Tests the filling of a campaign's text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstName, messageText } from './message-text.ts';

const bought = { lastItem: 'vestido midi', daysSincePurchase: 62 };
const marina = { customer: 'Marina Alves', seller: 'Ana Lúcia Prado', store: 'Paulista', brand: 'Aurora', ...bought };

test('every occurrence of every variable is filled', () => {
  const text = 'Oi, {primeiro_nome}! {primeiro_nome}? {nome}; {vendedor}, {loja}, {marca}.';
  assert.equal(messageText(text, marina), 'Oi, Marina! Marina? Marina Alves; Ana, Paulista, Aurora.');
});

test('a name that looks like a variable is not filled again', () => {
  assert.equal(
    messageText('Oi, {nome} ({loja})', { ...marina, customer: '{loja} $& $1' }),
    'Oi, {loja} $& $1 (Paulista)',
  );
});

test('an unknown variable and a single brace stay as written', () => {
  assert.equal(messageText('Oi, {apelido}', marina), 'Oi, {apelido}');
  assert.equal(messageText('Oi, {Nome} {}', marina), 'Oi, {Nome} {}');
  assert.equal(messageText('Oi, {nome', marina), 'Oi, {nome');
  assert.equal(messageText('{{nome}}', marina), '{Marina Alves}');
});

test('a variable without a value leaves its fallback, else nothing', () => {
  const never = { ...marina, lastItem: null, daysSincePurchase: null };
  const text = 'Faz {dias_sem_comprar|alguns} dias: {ultimo_item|sua compra}{ultimo_item}.';
  assert.equal(messageText(text, marina), 'Faz 62 dias: vestido midivestido midi.');
  assert.equal(messageText(text, never), 'Faz alguns dias: sua compra.');
});

test('the first name is the name without titles', () => {
  assert.equal(firstName('  Marina  Alves '), 'Marina');
  assert.equal(firstName('Dra. Helena Prado'), 'Helena');
  assert.equal(firstName('Dra.  Helena Prado'), 'Helena');
  for (const title of ['Dr', 'Dra', 'Sr', 'Sra', 'Srta', 'Prof', 'Profa', 'DONA', 'seu']) {
    assert.equal(firstName(`${title} Zefa`), 'Zefa', title);
    assert.equal(firstName(`${title}. Zefa`), 'Zefa', title);
  }
  for (const name of ['Drauzio', 'Edona', 'Seuma', 'Sr.Zé', 'D.']) assert.equal(firstName(`${name} Lima`), name);
  assert.equal(firstName(' Dr. '), 'Dr.');
});
