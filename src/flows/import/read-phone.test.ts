import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPhone, writtenAreaCode } from './read-phone.ts';

const SPELLINGS: readonly (readonly [written: string, e164: string])[] = [
  ['+5521903305126', '+5521903305126'],
  ['(67) 90868-3142', '+5567908683142'],
  ['21905888905', '+5521905888905'],
  ['092908984267', '+5592908984267'],
  ['+55 (81) 9 0167-3667', '+5581901673667'],
  ['908683282', '+5511908683282'],
  ['55 81 90337 9092', '+5581903379092'],
  ['(68) 3684-9103', '+556836849103'],
  ['+351 912 345 678', '+351912345678'],
  ['0 41 11 90868-3142', '+5511908683142'],
  ['0055 11 908683142', '+5511908683142'],
  ['00 351 912345678', '+351912345678'],
  ["'+5511900001234", '+5511900001234'],
  ['+55 011 90000-1234', '+5511900001234'],
  ['+55 908683282', '+5511908683282'],
  ['5511900000000.0', '+5511900000000'],
  ['55908683142', '+5555908683142'],
  ['5555908683142', '+5555908683142'],
  ['3333-4444 ramal 12', '+551133334444'],
];

describe('a number is the same number in every spelling', () => {
  for (const [written, e164] of SPELLINGS) {
    test(written, () => {
      const phone = readPhone(written, '11');
      assert.equal(typeof phone === 'object' && phone.e164, e164);
    });
  }
});

test('a landline is kept and known as one, with or without its area code', () => {
  assert.deepEqual(readPhone('(68) 3684-9103', null), { e164: '+556836849103', kind: 'landline', assumed: [] });
  assert.deepEqual(readPhone('3684-9103', '68'), { e164: '+556836849103', kind: 'landline', assumed: ['area_code'] });
  assert.equal((readPhone('0800 123 4567', null) as { kind: string }).kind, 'landline');
});

test('the store’s area code serves where the number has none, and nothing is guessed where nobody knows it', () => {
  assert.deepEqual(readPhone('90868-3282', '92'), {
    e164: '+5592908683282',
    kind: 'mobile',
    assumed: ['area_code'],
  });
  assert.equal(readPhone('90868-3282', null), 'area_code_unknown');
  assert.deepEqual(readPhone('(11) 90868-3282', '92'), { e164: '+5511908683282', kind: 'mobile', assumed: [] });
});

test('a mobile of before the ninth digit gets it; a landline does not', () => {
  assert.deepEqual(readPhone('(11) 8765-4321', null), {
    e164: '+5511987654321',
    kind: 'mobile',
    assumed: ['ninth_digit'],
  });
  assert.deepEqual(readPhone('9765-4321', '21'), {
    e164: '+5521997654321',
    kind: 'mobile',
    assumed: ['area_code', 'ninth_digit'],
  });
  assert.equal((readPhone('(11) 2765-4321', null) as { e164: string }).e164, '+551127654321');
});

test('of two numbers in a cell the mobile is taken, whichever comes first', () => {
  for (const written of ['(11) 3333-4444 / (11) 90000-1234', '11900001234 ou 1133334444', '11 90000-1234; 3333-4444']) {
    assert.equal((readPhone(written, null) as { e164: string }).e164, '+5511900001234', written);
  }
  assert.equal((readPhone('3333-4444 / não tem', '11') as { e164: string }).e164, '+551133334444');
});

test('what is no number is told apart: nothing, unreadable, not in the plan, filling', () => {
  for (const nothing of ['', '-', '0', '000', 'não tem', 'N/A'])
    assert.equal(readPhone(nothing, '11'), 'missing', nothing);
  for (const text of ['12345', '5,52E+12', '1234567890123456']) assert.equal(readPhone(text, '11'), 'unreadable', text);
  for (const text of ['(20) 90868-3142', '+55 11 10868-3142', '+1 000 000 0000']) {
    assert.equal(readPhone(text, '11'), 'invalid', text);
  }
  for (const text of ['999999999', '(11) 99999-9999', '+999999999999']) {
    assert.equal(readPhone(text, '11'), 'placeholder', text);
  }
  assert.equal((readPhone('3333-3333', '11') as { e164: string }).e164, '+551133333333');
});

test('the area code that a number is written with', () => {
  assert.equal(writtenAreaCode('(67) 90868-3142'), '67');
  assert.equal(writtenAreaCode('90868-3142'), null);
  assert.equal(writtenAreaCode('+351 912 345 678'), null);
});
