/** Checks how cells with days, amounts, yes or no, and times are read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateOrderOf, decimalMarkOf, readCents, readDay, readMinute, readYesNo } from './read-cell.ts';

test('dates are read day first, in every usual form', () => {
  for (const written of ['17/04/1956', '17-04-1956', '17.4.1956', '1956-04-17', '17/abr/1956', '17 de abril de 1956']) {
    assert.deepEqual(readDay(written, 2026), { on: '1956-04-17' }, written);
  }
  assert.deepEqual(readDay('17/04/1956 00:00:00', 2026), { on: '1956-04-17' });
  assert.deepEqual(readDay('1956-04-17T10:00:00Z', 2026), { on: '1956-04-17' });
  assert.deepEqual(readDay('05/03/2026', 2026), { on: '2026-03-05' });
  assert.deepEqual(readDay('1º/mar/26', 2026), 'unreadable');
  assert.deepEqual(readDay('1 março 26', 2026), { on: '2026-03-01' });
});

test('a year of two digits means the latest such year', () => {
  assert.deepEqual(readDay('17/04/26', 2026), { on: '2026-04-17' });
  assert.deepEqual(readDay('17/04/27', 2026), { on: '1927-04-17' });
  assert.deepEqual(readDay('17/04/16', 2016), { on: '2016-04-17' });
  assert.deepEqual(readDay('17/04/17', 2016), { on: '1917-04-17' });
  assert.deepEqual(readDay('17/04/00', 2016), { on: '2000-04-17' });
});

test('a date that does not exist is impossible, and day and month are never swapped', () => {
  for (const written of ['31/02/1990', '29/02/2023', '04/17/1990', '00/01/2000', '31/04/26']) {
    assert.equal(readDay(written, 2026), 'impossible', written);
  }
  assert.deepEqual(readDay('29/02/2024', 2026), { on: '2024-02-29' });
  for (const written of ['ontem', '45123', '17/04', '17/xyz/1990', ''])
    assert.equal(readDay(written, 2026), 'unreadable');
});

test('amounts are read with a decimal comma, or with a point where it cannot mean anything else', () => {
  const cents: Record<string, number | null> = {
    '364,16': 36_416,
    '1.251,81': 125_181,
    'R$ 1.251,81': 125_181,
    '-R$ 3,00': -300,
    '1251,8': 125_180,
    '1251.81': 125_181,
    '1.251': 125_100,
    '1,251.81': 125_181,
    '1.234.567,89': 123_456_789,
    '0': 0,
    '12': 1_200,
    '1.251.81': null,
    '1.2.3': null,
    '1251,8160': null,
    abc: null,
    '': null,
  };
  for (const [written, expected] of Object.entries(cents)) assert.equal(readCents(written), expected, written);
});

test('every amount formatted for Brazil is read back unchanged', () => {
  const brazilian = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 9_999_999_999 }), (cents) => {
      assert.equal(readCents(brazilian.format(cents / 100)), cents);
    }),
  );
});

test('yes, no and nothing are recognised in every usual form, and other words give null', () => {
  for (const said of ['sim', 'SIM', 'S', '1', 'Autorizado', 'opt-in', 'x']) assert.equal(readYesNo(said), 'yes', said);
  for (const said of ['não', 'nao', 'N', '0', 'Não autoriza', 'opt-out']) assert.equal(readYesNo(said), 'no', said);
  for (const said of ['', '-', 'n/a', 'não informado', '?']) assert.equal(readYesNo(said), 'nothing', said);
  assert.equal(readYesNo('talvez'), null);
});

test('times of day are read, the end of the day included', () => {
  const minutes: Record<string, number | null> = {
    '10:00': 600,
    '9:05': 545,
    '10h': 600,
    '10h30': 630,
    '22h00min': 1320,
    '09:00:00': 540,
    '10': 600,
    '00:00': 0,
    '24:00': 1440,
    '24:01': null,
    '10:60': null,
    '25:00': null,
    '1030': null,
    dez: null,
  };
  for (const [written, expected] of Object.entries(minutes)) assert.equal(readMinute(written), expected, written);
});

test('three digits after a mark that may be decimals are ambiguous and never guessed', () => {
  for (const text of ['259,320', '1,251', '0,320', '1251,816', 'R$ 259,320', '-259,320']) {
    assert.equal(readCents(text), 'ambiguous', text);
  }
  assert.equal(readCents('1.251'), 125_100);
  assert.equal(readCents('1.251', 'point'), 'ambiguous');
  assert.equal(readCents('1,251,816'), 125_181_600);
  assert.equal(decimalMarkOf(['10', '12.50', '1.251']), 'point');
  assert.equal(decimalMarkOf(['12.50', '12,50']), 'comma');
});

test('a column with dates that can only be month first is read month first, and is unclear where it has too few of them', () => {
  assert.equal(dateOrderOf(['04/17/2026', '05/18/2026', '12/31/2025', '05/03/2026']), 'month_first');
  assert.equal(dateOrderOf(['04/17/2026', '05/03/2026']), 'unclear');
  assert.equal(dateOrderOf(['17/04/2026', '05/03/2026', '2026-04-17']), 'day_first');
  assert.equal(dateOrderOf(['04/17/2026', '17/04/2026']), 'day_first');
  assert.equal(dateOrderOf(['04/17/2026', '04/18/2026', '04/19/2026', '17/04/2026']), 'unclear');
  assert.deepEqual(readDay('04/17/26', 2026, 'month_first'), { on: '2026-04-17' });
  assert.deepEqual(readDay('17 abr 2026', 2026, 'month_first'), { on: '2026-04-17' });
  assert.equal(readDay('05/03/2026', 2026, 'unclear'), 'ambiguous');
  assert.deepEqual(readDay('05/05/2026', 2026, 'unclear'), { on: '2026-05-05' });
  assert.deepEqual(readDay('2026-05-03', 2026, 'unclear'), { on: '2026-05-03' });
  assert.deepEqual(readDay('20260503', 2026), { on: '2026-05-03' });
});
