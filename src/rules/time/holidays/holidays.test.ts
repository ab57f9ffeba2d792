/** Tests Brazil's holidays against the dates of independent calendars. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { dateText } from '#rules/time/local-day.ts';
import { easterOf } from './easter.ts';
import { BRAZIL_STATES, holidaysOn, suggestedHolidays } from './holidays.ts';

test('Easter is on the dates of the church’s tables, its earliest and latest days included', () => {
  const years = {
    1818: '03-22',
    1943: '04-25',
    1954: '04-18',
    1981: '04-19',
    2000: '04-23',
    2014: '04-20',
    2024: '03-31',
    2025: '04-20',
    2026: '04-05',
    2027: '03-28',
    2038: '04-25',
    2049: '04-18',
    2076: '04-19',
    2285: '03-22',
  };
  for (const [year, on] of Object.entries(years)) assert.equal(dateText(easterOf(Number(year))), `${year}-${on}`);
});

test('2026 has its national holidays and the days most of the country takes off', () => {
  const all = suggestedHolidays('2026-01-01', '2026-12-31', []);
  const dates = (scope: string) => all.filter((each) => each.scope === scope).map(({ date }) => date.slice(5));
  assert.deepEqual(dates('national'), [
    '01-01',
    '04-03',
    '04-21',
    '05-01',
    '09-07',
    '10-04',
    '10-12',
    '10-25',
    '11-02',
    '11-15',
    '11-20',
    '12-25',
  ]);
  assert.deepEqual(dates('optional'), ['02-16', '02-17', '06-04']);
  assert.deepEqual(dates('state'), []);
});

suite('a state’s holidays are suggested for its stores alone', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['SP', '2026-07-09', 'Revolução Constitucionalista'],
    ['SP', '2026-07-02', null],
    ['BA', '2026-07-02', 'Independência da Bahia'],
    ['RJ', '2026-04-23', 'São Jorge'],
    ['RS', '2026-09-20', 'Revolução Farroupilha'],
    ['AM', '2026-09-05', 'Elevação do Amazonas à Categoria de Província'],
    ['MG', '2026-07-09', null],
  ];
  for (const [state, date, name] of cases)
    test(`${state} on ${date}`, () => {
      const found = suggestedHolidays(date, date, [state]);
      assert.deepEqual(
        found.map((each) => each.name),
        name === null ? [] : [name],
      );
      for (const each of found) assert.deepEqual([each.states, each.scope], [[state], 'state']);
    });
});

test('Carnaval is listed once, for the whole country, although Rio de Janeiro has it as a state holiday', () => {
  const found = suggestedHolidays('2026-02-17', '2026-02-17', ['RJ', 'SP']);
  assert.deepEqual(
    found.map(({ name, scope, states }) => [name, scope, states]),
    [['Carnaval', 'optional', []]],
  );
});

test('Acre moves a holiday in the middle of a week to Friday, Santa Catarina to Sunday', () => {
  assert.deepEqual(
    suggestedHolidays('2026-01-20', '2026-01-23', ['AC']).map(({ date }) => date),
    ['2026-01-23', '2026-01-23'],
  );
  assert.deepEqual(
    suggestedHolidays('2026-08-11', '2026-08-16', ['SC']).map(({ date }) => date),
    ['2026-08-16'],
  );
});

test('Acre does not move a holiday on a Monday, Friday, Saturday or Sunday', () => {
  const kept = [2023, 2024, 2025, 2027, 2028].map((year) => {
    const [first] = suggestedHolidays(`${year}-01-02`, `${year}-01-22`, ['AC']);
    return first?.date;
  });
  assert.deepEqual(kept, ['2023-01-20', '2024-01-20', '2025-01-20', '2027-01-22', '2028-01-21']);
});

test('a holiday names each state that has it, and one of the whole country none', () => {
  const together = suggestedHolidays('2026-01-01', '2026-12-31', BRAZIL_STATES);
  for (const state of BRAZIL_STATES) {
    const alone = suggestedHolidays('2026-01-01', '2026-12-31', [state]);
    for (const each of alone) {
      const same = together.find(({ date, name }) => date === each.date && name === each.name);
      assert.deepEqual(each.states, each.scope === 'state' ? [state] : [], each.name);
      assert.equal(same?.states.includes(state), each.scope === 'state', `${each.name}, ${state}`);
      assert.equal(new Set(same?.states).size, same?.states.length, each.name);
    }
  }
});

test('Consciência Negra is national since 2024; every holiday names its source; all 27 states are known', () => {
  assert.deepEqual(
    holidaysOn('2023-11-20').filter(({ scope }) => scope === 'national'),
    [],
  );
  assert.equal(holidaysOn('2024-11-20').length, 1);
  assert.equal(BRAZIL_STATES.length, 27);
  for (const { name, source, date } of suggestedHolidays('2026-01-01', '2027-12-31', BRAZIL_STATES)) {
    assert.match(source, /\S{4}/, name);
    assert.match(date, /^202[67]-\d\d-\d\d$/);
  }
});

test('holidays are in order across years, and an empty span has none', () => {
  const dates = suggestedHolidays('2026-12-20', '2027-01-10', ['SP']).map(({ date }) => date);
  assert.deepEqual(dates, ['2026-12-25', '2027-01-01']);
  assert.deepEqual(suggestedHolidays('2027-01-01', '2026-12-31', []), []);
  assert.deepEqual(suggestedHolidays('soon', '2026-12-31', []), []);
  assert.deepEqual(suggestedHolidays('1960-01-01', 'later', []), []);
});

test('election days are suggested in even years: the first and the last Sunday of October', () => {
  const elections = suggestedHolidays('2022-01-01', '2032-12-31', []).filter(({ name }) => name.startsWith('Eleições'));
  assert.deepEqual(
    elections.map(({ date }) => date),
    [
      '2022-10-02',
      '2022-10-30',
      '2024-10-06',
      '2024-10-27',
      '2026-10-04',
      '2026-10-25',
      '2028-10-01',
      '2028-10-29',
      '2030-10-06',
      '2030-10-27',
      '2032-10-03',
      '2032-10-31',
    ],
  );
  for (const { scope, source } of elections) assert.deepEqual([scope, /art\. 380/.test(source)], ['national', true]);
});
