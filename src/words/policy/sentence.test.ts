/** Tests the sentence of a policy in all three languages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DEFAULT_POLICY, parsePolicy } from '#rules/policy/policy.ts';
import type { WeeklyWindow } from '#rules/time/schedule.ts';
import { type Hours, policyHours, policySentence } from './sentence.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const EVENING = { start: '20:00', end: '08:00' };

function hours(changes: Partial<Hours>): Hours {
  return { windows: DEFAULT_POLICY.windows, exceptions: [], clocks: 'store', ...changes };
}
function on(days: readonly WeeklyWindow['days'][number][], start = '20:00', end = '08:00'): WeeklyWindow {
  return { days, start, end };
}

describe('a policy is written as one sentence', () => {
  const CASES: readonly (readonly [sentence: string, hours: Hours])[] = [
    ['Todos os dias, das 20:00 às 08:00, no relógio de cada loja.', hours({})],
    ['Todos os dias, das 20:00 às 08:00, no relógio da marca.', hours({ clocks: 'brand' })],
    [
      'Todos os dias, das 20:00 às 08:00, no relógio de cada loja e de cada cliente.',
      hours({ clocks: 'store-and-customer' }),
    ],
    [
      'Todos os dias, das 12:00 à 01:00 e das 20:00 às 08:00, no relógio de cada loja.',
      hours({ windows: [on(DAYS), on(DAYS, '12:00', '01:00')] }),
    ],
    ['Todos os dias, das 18:00 à 00:00, no relógio de cada loja.', hours({ windows: [on(DAYS, '18:00', '24:00')] })],
    [
      'De segunda a sexta, das 20:00 às 08:00; sábado e domingo, das 18:00 às 10:00; sempre no relógio de cada loja.',
      hours({ windows: [on(DAYS.slice(0, 5)), on(['sat', 'sun'], '18:00', '10:00')] }),
    ],
    [
      'Segunda, quarta e sexta, das 20:00 às 08:00, no relógio de cada loja.',
      hours({ windows: [on(['mon', 'wed', 'fri'])] }),
    ],
    [
      'De sexta a segunda, das 20:00 às 08:00, no relógio de cada loja.',
      hours({ windows: [on(['fri', 'sat', 'sun', 'mon'])] }),
    ],
    ['Segunda e terça, das 20:00 às 08:00, no relógio de cada loja.', hours({ windows: [on(['mon', 'tue'])] })],
    ['Domingo, o dia inteiro, no relógio de cada loja.', hours({ windows: [on(['sun'], '00:00', '24:00')] })],
    [
      'Domingo, o dia inteiro e até 10:00 do dia seguinte, no relógio de cada loja.',
      hours({
        windows: [
          on(['sun'], '00:00', '24:00'),
          on(['sun']),
          on(['sun'], '22:00', '10:00'),
          on(['sun'], '09:00', '11:00'),
        ],
      }),
    ],
    [
      'Domingo, o dia inteiro, no relógio de cada loja.',
      hours({ windows: [on(['sun'], '00:00', '24:00'), on(['sun'], '20:00', '00:00')] }),
    ],
    [
      'Todos os dias, das 20:00 às 08:00, no relógio de cada loja; exceções: 27/11 (Black Friday) das 22:00 às 08:00.',
      hours({
        exceptions: [{ date: '2026-11-27', windows: [{ start: '22:00', end: '08:00' }], label: 'Black Friday' }],
      }),
    ],
    [
      'Todos os dias, das 20:00 às 08:00, no relógio de cada loja; exceções: 24/12/2026 nenhum silêncio começa, 01/01/2027 (Ano-novo) o dia inteiro e até 08:00 do dia seguinte.',
      hours({
        exceptions: [
          { date: '2026-12-24', windows: [], label: '' },
          { date: '2027-01-01', windows: [{ start: '00:00', end: '24:00' }, EVENING], label: 'Ano-novo' },
        ],
      }),
    ],
    [
      'Só em datas marcadas, no relógio de cada loja: 27/11 das 20:00 às 08:00.',
      hours({ windows: [], exceptions: [{ date: '2026-11-27', windows: [EVENING], label: '' }] }),
    ],
    ['Nenhum horário de silêncio.', hours({ windows: [] })],
  ];
  for (const [sentence, policy] of CASES) test(sentence, () => assert.equal(policySentence('pt-BR', policy), sentence));

  test('also in English and Spanish', () => {
    const policy = hours({
      windows: [on(DAYS.slice(0, 5)), on(['sat', 'sun'], '00:00', '24:00')],
      exceptions: [{ date: '2026-11-27', windows: [EVENING], label: 'Black Friday' }],
    });
    assert.equal(
      policySentence('en', policy),
      'Monday to Friday, from 20:00 to 08:00; Saturday and Sunday, all day; always on each store’s clock; exceptions: 27 Nov (Black Friday) from 20:00 to 08:00.',
    );
    assert.equal(
      policySentence('es', policy),
      'De lunes a viernes, de 20:00 a 08:00; sábado y domingo, todo el día; siempre en el reloj de cada tienda; excepciones: 27/11 (Black Friday) de 20:00 a 08:00.',
    );
  });
});

test('inside another sentence the days are named only if they differ', () => {
  assert.deepEqual(policyHours('pt-BR', hours({})), { text: 'das 20:00 às 08:00', everyDay: true });
  assert.deepEqual(policyHours('pt-BR', hours({ windows: [on(['sat', 'sun'])] })), {
    text: 'sábado e domingo, das 20:00 às 08:00',
    everyDay: false,
  });
  assert.deepEqual(policyHours('pt-BR', hours({ windows: [] })), { text: 'só em datas marcadas', everyDay: false });
});

test('the sentence of a valid policy never has 24:00, an empty part or a brace, in any language', () => {
  const time = fc
    .nat(1439)
    .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  const window = fc
    .record({ start: fc.oneof(time, fc.constant('00:00')), end: fc.oneof(time, fc.constant('24:00')) })
    .filter(({ start, end }) => start !== end);
  const policies = fc
    .record({
      windows: fc.array(
        fc.tuple(window, fc.subarray([...DAYS], { minLength: 1 })).map(([w, days]) => ({ ...w, days })),
        { maxLength: 4 },
      ),
      exceptions: fc.uniqueArray(
        fc.record({
          date: fc.constantFrom('2026-11-27', '2026-12-25', '2027-01-01'),
          windows: fc.array(window, { maxLength: 3 }),
          label: fc.constantFrom('', 'Natal'),
        }),
        { selector: ({ date }) => date },
      ),
    })
    .map((input) => parsePolicy(input));
  fc.assert(
    fc.property(policies, fc.constantFrom('pt-BR' as const, 'en' as const, 'es' as const), (parsed, language) => {
      assert.ok(parsed.ok);
      const sentence = policySentence(language, parsed.policy);
      assert.doesNotMatch(sentence, /24:|\{|\}|undefined| ,|,,|\(\)| {2}/);
      assert.match(sentence, /^\p{Lu}.*\.$/u);
    }),
  );
});

test('two windows that form one night are written as one if they are on every day, and separately otherwise', () => {
  const cutAtMidnight = (days: readonly (typeof DAYS)[number][]) =>
    hours({ windows: [on(days, '20:00', '24:00'), on(days, '00:00', '08:00')] });
  assert.equal(
    policySentence('pt-BR', cutAtMidnight(DAYS)),
    'Todos os dias, das 20:00 às 08:00, no relógio de cada loja.',
  );
  assert.equal(policyHours('pt-BR', cutAtMidnight(DAYS)).text, 'das 20:00 às 08:00');
  assert.equal(
    policySentence('pt-BR', cutAtMidnight(DAYS.slice(0, 5))),
    'De segunda a sexta, da 00:00 às 08:00 e das 20:00 à 00:00, no relógio de cada loja.',
  );
});
