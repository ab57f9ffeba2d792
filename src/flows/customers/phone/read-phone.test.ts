/** Checks how phone cells are read as E.164 numbers (C5). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Phone, readPhone, writtenAreaCode } from './read-phone.ts';

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

describe('readPhone: every spelling of a number gives the same number', () => {
  for (const [written, e164] of SPELLINGS) {
    test(written, () => {
      const phone = readPhone(written, '11');
      assert.equal(typeof phone === 'object' && phone.e164, e164);
    });
  }
});

test('a landline is kept as a landline, with or without its area code', () => {
  assert.deepEqual(readPhone('(68) 3684-9103', null), { e164: '+556836849103', kind: 'landline', assumed: [] });
  assert.deepEqual(readPhone('3684-9103', '68'), { e164: '+556836849103', kind: 'landline', assumed: ['area_code'] });
  assert.equal((readPhone('0800 123 4567', null) as { kind: string }).kind, 'landline');
});

test('a number without an area code gets the store’s, and none is guessed where the store has none', () => {
  assert.deepEqual(readPhone('90868-3282', '92'), {
    e164: '+5592908683282',
    kind: 'mobile',
    assumed: ['area_code'],
  });
  assert.equal(readPhone('90868-3282', null), 'area_code_unknown');
  assert.deepEqual(readPhone('(11) 90868-3282', '92'), { e164: '+5511908683282', kind: 'mobile', assumed: [] });
});

test('a mobile number without the ninth digit gets it, and a landline does not', () => {
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

test('of two numbers in a cell the mobile is used, whichever comes first', () => {
  for (const written of ['(11) 3333-4444 / (11) 90000-1234', '11900001234 ou 1133334444', '11 90000-1234; 3333-4444']) {
    assert.equal((readPhone(written, null) as { e164: string }).e164, '+5511900001234', written);
  }
  assert.equal((readPhone('3333-4444 / não tem', '11') as { e164: string }).e164, '+551133334444');
});

test('a text without a usable number is missing, unreadable, invalid or a placeholder', () => {
  for (const nothing of ['', '-', '0', '000', 'não tem', 'N/A'])
    assert.equal(readPhone(nothing, '11'), 'missing', nothing);
  for (const text of ['12345', '2234567890123456']) assert.equal(readPhone(text, '11'), 'unreadable', text);
  for (const text of ['(20) 90868-3142', '+55 11 10868-3142', '+1 000 000 0000']) {
    assert.equal(readPhone(text, '11'), 'invalid', text);
  }
  for (const text of ['999999999', '(11) 99999-9999', '+999999999999']) {
    assert.equal(readPhone(text, '11'), 'placeholder', text);
  }
  assert.equal((readPhone('3333-3333', '11') as { e164: string }).e164, '+551133333333');
});

test('writtenAreaCode returns the area code of a Brazilian number, or null', () => {
  assert.equal(writtenAreaCode('(67) 90868-3142'), '67');
  assert.equal(writtenAreaCode('90868-3142'), null);
  assert.equal(writtenAreaCode('+351 912 345 678'), null);
});

const e164Of = (text: string, areaCode: string | null = '92') => {
  const reading = readPhone(text, areaCode);
  return typeof reading === 'object' ? reading.e164 : reading;
};

describe('readPhone: a written country code counts after any letters, signs or invisible marks (C5)', () => {
  const peru = [
    'p:+51912345678',
    'Cel. +51 912 345 678',
    'tel:0051912345678',
    '00 51 912345678',
    '(+51) 912-345-678',
    '\uff0b51912345678',
    '\u200b+\u200e51\u00ad912345678',
    '\u279551 912345678',
    "'+51 912345678",
    '1) +51 912345678',
    'DDI: 51 912345678',
    'wa.me/51912345678',
    'https://api.whatsapp.com/send?phone=51912345678',
    '51912345678@s.whatsapp.net',
    '&#43;51912345678',
    '%2B51912345678',
    '+51/912345678',
  ];
  for (const text of peru) test(JSON.stringify(text), () => assert.equal(e164Of(text), '+51912345678'));
});

describe('readPhone: digits that a country code or a country’s name contradicts are never read as Brazilian (C5)', () => {
  const contradicted = [
    '11 +51 912345678',
    '+55 +51 912345678',
    '912345678 +51',
    '51 912345678 (Peru)',
    'Portugal: 21 987654321',
    '+0 11 91234-0001',
    'Tel 2: 0051 912345678',
  ];
  for (const text of contradicted) test(text, () => assert.equal(e164Of(text), 'unreadable'));
  test('digits without an area code beside a foreign landline are not Brazilian', () => {
    assert.equal(e164Of('+51 1 4445555 / 912345679'), '+5114445555');
    assert.equal(e164Of('+51 1 4445555 / 51912345679'), '+5114445555');
    assert.equal(e164Of('+51 1 4445555 / 11 91234-0001'), '+5511912340001');
  });
});

test('of several mobiles the first is used and the others are reported, however they are separated', () => {
  for (const text of [
    '11912340001 / 11912340002',
    '11912340001 11912340002',
    '(11) 91234-0001 (11) 91234-0002',
    '11912340001,11912340002',
    '11912340001 e 91234-0002',
    '+5511912340001+5511912340002',
  ]) {
    const phone = readPhone(text, null) as Phone;
    assert.deepEqual([phone.e164, phone.others], ['+5511912340001', ['+5511912340002']], text);
  }
  assert.equal((readPhone('11912340001 / 11 91234-0001', null) as Phone).others, undefined);
});

test('an area code before a slash belongs to the number after it, and a number without one gets that of its neighbour', () => {
  assert.equal(e164Of('11/91234-0001'), '+5511912340001');
  assert.equal(e164Of('+55/11/91234-0001'), '+5511912340001');
  assert.equal(e164Of('(11) 3333-4444 / 91234-0001'), '+5511912340001');
});

test('decimals and thousands marks of a spreadsheet are removed from a number, and a power of ten is mangled', () => {
  for (const text of ['11912340001,00', '11912340001.0', '11.912.340.001,00', '11,912,340,001.00']) {
    assert.equal(e164Of(text), '+5511912340001', text);
  }
  assert.equal(e164Of('11 91234.0000'), '+5511912340000');
  for (const text of ['5,51191E+12', '5.51191e12', '5E+12', '5,5119123400E+012']) {
    assert.equal(e164Of(text), 'mangled', text);
  }
  assert.equal(e164Of('5,51191E+12 / 11912340001'), '+5511912340001');
});

test('a mobile of one repeated digit or of ascending digits is a placeholder, and a landline of one digit is not', () => {
  for (const text of [
    '11999999999',
    '(11) 98888-8888',
    '91111-1111',
    '+55 11 97777-7777',
    '123456789',
    '11 12345-6789',
  ]) {
    assert.equal(e164Of(text), 'placeholder', text);
  }
  assert.equal(e164Of('+51 999 999 999'), 'placeholder');
  assert.equal(e164Of('(11) 3333-3333'), '+551133333333');
});
