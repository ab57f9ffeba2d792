/** What two records have in common that says they may be one person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComparedCustomer, duplicateSigns, numberWordsLike, outerWords } from './duplicate-signs.ts';

const customer = (fields: Partial<ComparedCustomer>): ComparedCustomer => ({
  ...{ name: 'Marina Alves', phone: null, email: null, bornOn: null },
  ...fields,
});

test('a number is like another with or without the ninth digit, the area code and the country', () => {
  const signs = (a: string | null, b: string | null) =>
    duplicateSigns(customer({ name: 'Ana', phone: a }), customer({ name: 'Bia', phone: b }));
  assert.deepEqual(signs('+5511987654321', '+551187654321'), ['number']);
  assert.deepEqual(signs('+5511987654321', '+5521987654321'), ['number']);
  assert.deepEqual(signs('+5511987654321', '+5511987654322'), []);
  assert.deepEqual(signs('+5511987654321', null), []);
  assert.deepEqual(signs(null, null), []);
  assert.deepEqual(signs('+123', '+123'), []);
  assert.deepEqual(numberWordsLike('+5511987654321'), ['87654321', '987654321']);
  assert.deepEqual(numberWordsLike('12345678'), ['12345678', '912345678']);
  assert.deepEqual(numberWordsLike(null), []);
});

test('the same first and last name, birthday and e-mail are signs; an unknown value is none', () => {
  const signs = (a: Partial<ComparedCustomer>, b: Partial<ComparedCustomer>) =>
    duplicateSigns(customer(a), customer(b));
  assert.deepEqual(signs({}, { name: 'MARINA de Souza Álves' }), ['name']);
  assert.deepEqual(signs({}, { name: 'Marta Alves' }), []);
  assert.deepEqual(signs({ name: 'Marina' }, { name: 'Marina' }), []);
  assert.deepEqual(outerWords('Marina'), ['marina']);
  assert.deepEqual(outerWords(''), []);
  const other = { name: 'Bia' };
  assert.deepEqual(signs({ bornOn: '1990-05-01' }, { ...other, bornOn: '1990-05-01' }), ['birthday']);
  assert.deepEqual(signs({ bornOn: '1990-05-01' }, { ...other, bornOn: '1990-05-02' }), []);
  assert.deepEqual(signs({ email: 'M@x.example' }, { ...other, email: 'm@X.example' }), ['email']);
  assert.deepEqual(signs({ email: 'm@x.example' }, other), []);
  assert.deepEqual(signs({}, other), []);
  const both = { phone: '+5511987654321', bornOn: '1990-05-01', email: 'm@x.example' };
  assert.deepEqual(signs(both, both), ['number', 'birthday', 'email', 'name']);
});
