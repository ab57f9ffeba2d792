/** Tests which PINs and passwords are refused as weak. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMON_PASSWORDS, COMMON_PINS } from './common-secrets.ts';
import { commonForms, isDemoPassword, isWeakPassword, isWeakPin } from './new-secret.ts';

test('PINs of one digit, runs, pairs and years are weak', () => {
  const weak = [
    '0000',
    '1111',
    '99999999',
    '1234',
    '4567',
    '87654321',
    '0123',
    '1212',
    '3434',
    '45454545',
    '1987',
    '2024',
    '2580',
    '112233',
  ];
  assert.deepEqual(
    weak.filter((pin) => !isWeakPin(pin)),
    [],
  );
});

test('PINs that are patterns or words on the number pad are weak', () => {
  const weak = ['2580', '0852', '1470', '0741', '3690', '0963', '1122', '0007', '5683', '1342', '112233', '159753'];
  assert.deepEqual(
    weak.filter((pin) => !isWeakPin(pin)),
    [],
  );
  const six = ['147258', '258456', '123321', '102030', '121314', '142536', '11223344', '10203040'];
  assert.deepEqual(
    six.filter((pin) => !isWeakPin(pin)),
    [],
  );
});

test('any other PIN is accepted', () => {
  const good = ['1357', '9630', '12121', '4827', '8305', '0913', '1235', '12346', '19874', '121213', '4546', '90210'];
  assert.deepEqual(good.filter(isWeakPin), []);
});

test('passwords need ten characters, as people count them', () => {
  assert.equal(isWeakPassword('um barco!', 'a@b.example'), true);
  assert.equal(isWeakPassword('um barco!!', 'a@b.example'), false);
  assert.equal(isWeakPassword('🐬🐙🦀🐚🦈', 'a@b.example'), true);
});

test('common passwords are weak, also in capitals or with digits at the end', () => {
  const weak = [
    '1234567890',
    'qwertyuiop',
    'Password123',
    'senha12345',
    'SENHA2024!!!',
    'flamengo1981',
    'aaaaaaaaaaaa',
    'abababababab',
    'mudarsenha',
    'bemvindo2026',
  ];
  assert.deepEqual(
    weak.filter((password) => !isWeakPassword(password, 'a@b.example')),
    [],
  );
});

test('each entry of the tables is weak, a password also with digits up to ten characters', () => {
  for (const pin of COMMON_PINS) assert.equal(isWeakPin(pin), true, pin);
  for (const password of COMMON_PASSWORDS) {
    assert.equal(isWeakPassword(password.padEnd(10, '2468013579'), 'x@y.example'), true, password);
  }
});

test('no common password is listed both as it is and with digits or signs at the end', () => {
  const listed = [...COMMON_PASSWORDS].map((password) => password.replace(/[\W\d_]+$/, '') || password);
  assert.equal(new Set(listed).size, listed.length);
});

test('a password that only begins like a common one, or has five different characters, is accepted', () => {
  for (const good of ['se123nhaforte', 'senha do cofre', 'abcdeabcde'])
    assert.equal(isWeakPassword(good, 'x@y.example'), false, good);
  assert.equal(isWeakPassword('abcdabcdabcd', 'x@y.example'), true);
});

test('the e-mail, its name and its domain with little added are weak', () => {
  const email = 'Paulista@Aurora.example';
  for (const weak of ['paulista@aurora.example', 'paulista2026', 'aurora12345', '!aurora.example']) {
    assert.equal(isWeakPassword(weak, email), true, weak);
  }
  assert.equal(isWeakPassword('12345paulista', email), true);
  assert.equal(isWeakPassword('123456paulista', email), false);
  assert.equal(isWeakPassword('a rua paulista em maio', email), false);
  assert.equal(isWeakPassword('um barco sem vela', 'sem arroba'), false);
  assert.equal(isWeakPassword('undefined barco', 'sem arroba'), false);
  assert.equal(isWeakPassword('loja do centro azul', 'loja@b.example'), false);
});

test('a password of the demo is weak', () => {
  for (const known of ['aurora-demo', 'Brisa-Demo', 'cais-demo', 'suporte-demo']) {
    assert.equal(isDemoPassword(known), true, known);
    assert.equal(isWeakPassword(known, 'x@y.example'), true, known);
  }
  assert.equal(isDemoPassword('outra-demo'), false);
  assert.equal(isDemoPassword(' aurora-demo '), true, 'spaces round it make no other password');
});

test('a password is looked up as it is and without its last digits and signs, unless these are half of it', () => {
  assert.deepEqual(commonForms('Sunshine2026!'), ['sunshine2026!', 'sunshine']);
  assert.deepEqual(commonForms('flamengo12345'), ['flamengo12345', 'flamengo']);
  assert.deepEqual(commonForms('casa493027581'), ['casa493027581']);
  assert.deepEqual(commonForms('casas12345'), ['casas12345']);
  assert.deepEqual(commonForms('1029384756'), ['1029384756']);
  assert.deepEqual(commonForms('um barco sem vela'), ['um barco sem vela']);
});
