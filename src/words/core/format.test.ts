/** Tests how instants, dates, times, amounts and numbers are written. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '#contract/core/common.ts';
import {
  atTime,
  count,
  dateAfter,
  dateOn,
  day,
  daysAway,
  daysBetween,
  fromTo,
  itIs,
  joinList,
  money,
  onDay,
  phone,
  plural,
  shortDate,
  timeOn,
  untilTime,
  weekday,
  when,
} from './format.ts';

const LANGUAGES: readonly Language[] = ['pt-BR', 'en', 'es'];
const SAO_PAULO = 'America/Sao_Paulo';
const ZONES = [
  'UTC',
  SAO_PAULO,
  'America/Manaus',
  'America/Rio_Branco',
  'America/Noronha',
  'Pacific/Apia',
  'Asia/Kathmandu',
];
const ms = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
/** Replaces no-break spaces, with which `Intl` separates a currency from its amount. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('an instant is written relative to the reader’s own date', () => {
  const CASES: readonly (readonly [now: string, instant: string, zone: string, pt: string, en: string, es: string])[] =
    [
      ['2026-11-23T01:00-03:00', '2026-11-23T08:00-03:00', SAO_PAULO, 'hoje, 08:00', 'today, 08:00', 'hoy, 08:00'],
      [
        '2026-11-22T22:14-03:00',
        '2026-11-23T08:00-03:00',
        SAO_PAULO,
        'amanhã, 08:00',
        'tomorrow, 08:00',
        'mañana, 08:00',
      ],
      [
        '2026-11-22T23:59-03:00',
        '2026-11-23T00:30-03:00',
        SAO_PAULO,
        'amanhã, 00:30',
        'tomorrow, 00:30',
        'mañana, 00:30',
      ],
      [
        '2026-11-23T00:10-03:00',
        '2026-11-22T22:10-03:00',
        SAO_PAULO,
        'ontem, 22:10',
        'yesterday, 22:10',
        'ayer, 22:10',
      ],
      [
        '2026-11-20T10:00-03:00',
        '2026-11-23T14:07-03:00',
        SAO_PAULO,
        'segunda, 14:07',
        'Monday, 14:07',
        'lunes, 14:07',
      ],
      [
        '2026-11-20T23:59-03:00',
        '2026-11-26T00:00-03:00',
        SAO_PAULO,
        'quinta, 00:00',
        'Thursday, 00:00',
        'jueves, 00:00',
      ],
      [
        '2026-11-20T00:00-03:00',
        '2026-11-27T08:00-03:00',
        SAO_PAULO,
        '27 nov, 08:00',
        '27 Nov, 08:00',
        '27 nov, 08:00',
      ],
      [
        '2026-12-31T23:30-03:00',
        '2027-01-01T08:00-03:00',
        SAO_PAULO,
        'amanhã, 08:00',
        'tomorrow, 08:00',
        'mañana, 08:00',
      ],
      ['2026-12-20T09:00-03:00', '2027-01-02T08:00-03:00', SAO_PAULO, '2 jan, 08:00', '2 Jan, 08:00', '2 ene, 08:00'],
      ['2026-11-23T03:30Z', '2026-11-23T12:00Z', SAO_PAULO, 'hoje, 09:00', 'today, 09:00', 'hoy, 09:00'],
      ['2026-11-23T03:30Z', '2026-11-23T12:00Z', 'America/Manaus', 'amanhã, 08:00', 'tomorrow, 08:00', 'mañana, 08:00'],
      ['2026-11-23T03:30Z', '2026-11-23T12:00Z', 'America/Noronha', 'hoje, 10:00', 'today, 10:00', 'hoy, 10:00'],
      ['2018-11-03T23:30-03:00', '2018-11-04T03:00Z', SAO_PAULO, 'amanhã, 01:00', 'tomorrow, 01:00', 'mañana, 01:00'],
    ];
  for (const [now, instant, zone, pt, en, es] of CASES) {
    test(`${instant} at ${now} in ${zone} is “${pt}”`, () => {
      const said = LANGUAGES.map((language) => when(language, ms(instant), ms(now), zone));
      assert.deepEqual(said, [pt, en, es]);
    });
  }

  test('a zone that the runtime does not know throws a RangeError', () => {
    assert.throws(() => when('pt-BR', 0, 0, 'America/Nowhere'), RangeError);
  });
});

test('a time of day is the same as in Temporal, and midnight is never 24:00, in any zone and language', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: ms('2015-01-01T00:00Z'), max: ms('2037-12-31T00:00Z') }),
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom(...ZONES),
      fc.constantFrom(...LANGUAGES),
      (now, days, zone, language) => {
        const instant = now + days * 86_400_000;
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        assert.equal(timeOn(instant, zone), there.toPlainTime().toString({ smallestUnit: 'minute' }));
        assert.equal(dateOn(instant, zone), there.toPlainDate().toString());
        assert.doesNotMatch(when(language, instant, now, zone), /\b24:/);
      },
    ),
  );
});

test('half past midnight is written 00:30 in every zone', () => {
  for (const zone of ZONES) {
    const instant = Temporal.PlainDateTime.from('2026-11-23T00:30').toZonedDateTime(zone).epochMilliseconds;
    assert.equal(timeOn(instant, zone), '00:30');
  }
});

describe('a time of day is written with its article', () => {
  const CASES: readonly (readonly [time: string, pt: readonly string[], es: readonly string[]])[] = [
    ['00:00', ['à 00:00', 'É 00:00', 'até 00:00'], ['a las 00:00', 'Son las 00:00', 'hasta las 00:00']],
    ['00:30', ['à 00:30', 'É 00:30', 'até 00:30'], ['a las 00:30', 'Son las 00:30', 'hasta las 00:30']],
    ['01:00', ['à 01:00', 'É 01:00', 'até 01:00'], ['a la 01:00', 'Es la 01:00', 'hasta la 01:00']],
    ['01:05', ['à 01:05', 'É 01:05', 'até 01:05'], ['a la 01:05', 'Es la 01:05', 'hasta la 01:05']],
    ['02:00', ['às 02:00', 'São 02:00', 'até 02:00'], ['a las 02:00', 'Son las 02:00', 'hasta las 02:00']],
    ['21:00', ['às 21:00', 'São 21:00', 'até 21:00'], ['a las 21:00', 'Son las 21:00', 'hasta las 21:00']],
    ['24:00', ['à 00:00', 'É 00:00', 'até 00:00'], ['a las 00:00', 'Son las 00:00', 'hasta las 00:00']],
  ];
  for (const [time, pt, es] of CASES) {
    test(time, () => {
      assert.deepEqual([atTime('pt-BR', time), itIs('pt-BR', time), untilTime('pt-BR', time)], pt);
      assert.deepEqual([atTime('es', time), itIs('es', time), untilTime('es', time)], es);
    });
  }

  test('and so is a stretch between two times', () => {
    assert.equal(fromTo('pt-BR', '20:00', '08:00'), 'das 20:00 às 08:00');
    assert.equal(fromTo('pt-BR', '01:00', '05:00'), 'da 01:00 às 05:00');
    assert.equal(fromTo('pt-BR', '22:00', '01:00'), 'das 22:00 à 01:00');
    assert.equal(fromTo('pt-BR', '18:00', '24:00'), 'das 18:00 à 00:00');
    assert.equal(fromTo('en', '20:00', '24:00'), 'from 20:00 to 00:00');
    assert.equal(fromTo('es', '01:00', '08:00'), 'de 01:00 a 08:00');
    assert.deepEqual(
      [atTime('en', '01:00'), itIs('en', '01:00'), untilTime('en', '24:00')],
      ['at 01:00', 'It is 01:00', 'until 00:00'],
    );
  });
});

describe('a date is written by how near it is', () => {
  test('after a preposition: in Portuguese by the weekday’s gender', () => {
    const said = [
      '2026-11-23',
      '2026-11-24',
      '2026-11-22',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-10-01',
    ].map((on) => onDay('pt-BR', on, '2026-11-23'));
    assert.deepEqual(said, ['hoje', 'amanhã', 'ontem', 'na sexta', 'no sábado', 'no domingo', 'em 30 nov', 'em 1 out']);
    assert.deepEqual(
      [onDay('en', '2026-11-27', '2026-11-23'), onDay('en', '2026-12-27', '2026-11-23')],
      ['on Friday', 'on 27 Dec'],
    );
    assert.deepEqual(
      [onDay('es', '2026-11-27', '2026-11-23'), onDay('es', '2026-12-27', '2026-11-23')],
      ['el viernes', 'el 27 dic'],
    );
  });

  test('within six days by its weekday, from the seventh day on by its date, in the past and the future', () => {
    assert.deepEqual(
      ['2026-11-17', '2026-11-16', '2026-11-29', '2026-11-30'].map((on) => day('pt-BR', on, '2026-11-23')),
      ['terça', '16 nov', 'domingo', '30 nov'],
    );
  });

  test('with the year only if it is another year and half a year away', () => {
    assert.equal(day('pt-BR', '2027-05-25', '2026-11-23'), '25 mai');
    assert.equal(day('pt-BR', '2027-05-26', '2026-11-23'), '26 mai 2027');
    assert.equal(day('pt-BR', '2026-12-31', '2026-01-01'), '31 dez');
    assert.equal(day('pt-BR', '2025-11-23', '2026-11-23'), '23 nov 2025');
    assert.equal(shortDate('pt-BR', '2026-05-04'), '4 mai');
    assert.equal(shortDate('en', '2026-05-04', true), '4 May 2026');
  });

  test('or by the number of days, also over a leap day and the end of a year', () => {
    assert.equal(daysAway('pt-BR', '2026-11-20', '2026-11-23'), 'há 3 dias');
    assert.equal(daysAway('pt-BR', '2026-11-22', '2026-11-23'), 'ontem');
    assert.equal(daysAway('en', '2026-11-28', '2026-11-23'), 'in 5 days');
    assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
    assert.equal(daysBetween('2027-01-01', '2026-12-31'), -1);
  });

  test('with weekdays without “-feira” in Portuguese', () => {
    const week = ['05', '06', '07', '08', '09', '10', '11'].map((dd) => weekday('pt-BR', `2026-01-${dd}`));
    assert.deepEqual(week, ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo']);
  });
});

test('a count takes the plural form of its language, and zero takes the plural', () => {
  const forms = { one: 'falta', other: 'faltam' };
  for (const language of LANGUAGES) {
    assert.deepEqual(
      [0, 1, 2, 1_000_000].map((n) => plural(language, n, forms)),
      ['faltam', 'falta', 'faltam', 'faltam'],
    );
  }
});

test('amounts, numbers and lists follow the rules of the language', () => {
  assert.deepEqual(
    LANGUAGES.map((language) => plain(money(language, 1_234_550))),
    ['R$ 12.345,50', 'R$12,345.50', '12.345,50 R$'],
  );
  assert.deepEqual(
    LANGUAGES.map((language) => count(language, 12_345)),
    ['12.345', '12,345', '12.345'],
  );
  assert.deepEqual(
    LANGUAGES.map((language) => joinList(language, ['Ana', 'Bruno', 'Carla'])),
    ['Ana, Bruno e Carla', 'Ana, Bruno, and Carla', 'Ana, Bruno y Carla'],
  );
});

test('a phone number is written in groups of digits', () => {
  assert.equal(phone('+5511987654321'), '(11) 98765-4321');
  assert.equal(phone('+556832211234'), '(68) 3221-1234');
  assert.equal(phone('+351912345678'), '+351 912 345 678');
});

test('dateAfter counts over the end of a month, the end of a year and a leap day', () => {
  assert.equal(dateAfter('2026-11-30', 1), '2026-12-01');
  assert.equal(dateAfter('2027-01-01', -1), '2026-12-31');
  assert.equal(dateAfter('2028-02-28', 1), '2028-02-29');
});
