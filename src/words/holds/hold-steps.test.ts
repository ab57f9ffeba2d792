/** Tests the sentences of hold steps, in all three languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldStep } from '#rules/holds/hold-steps.ts';
import { parkedText, type StepFacts, stepText } from './hold-steps.ts';

const LANGUAGES = ['pt-BR', 'en', 'es'] as const;
const at = (text: string) => Date.parse(text);
const MORNING = at('2026-11-24T13:07:00Z');
const EVENING = at('2026-11-24T23:00:00Z');
const FACTS: Omit<StepFacts, 'language'> = {
  zone: 'America/Sao_Paulo',
  now: at('2026-11-24T12:00:00Z'),
  origin: 'suggestion',
  isListed: false,
  opensWithStore: (opening) => opening === at('2026-11-24T13:00:00Z'),
  nameOf: (id) => ({ ana: 'Ana', bruno: 'Bruno', carla: 'Carla' })[id] ?? '',
};
type TestStep<S = HoldStep> = S extends HoldStep ? Omit<S, 'known'> & { readonly known?: boolean } : never;
const inEach = (step: TestStep) =>
  LANGUAGES.map((language) => stepText({ ...FACTS, language }, { known: true, ...step } as HoldStep));

test('a held contact says its minute and why it is that one (H1, H7, P3)', () => {
  const kept = { kind: 'kept', at: EVENING, until: MORNING, openingAt: at('2026-11-24T13:00:00Z') } as const;
  assert.deepEqual(inEach(kept), [
    'Ficou para depois: volta hoje, 10:07. A loja abre hoje, 10:00. Os contatos são distribuídos para não saírem todos juntos.',
    'It was left for later: it comes back today, 10:07. The store opens today, 10:00. Contacts are spread out so that they do not all leave together.',
    'Quedó para después: vuelve hoy, 10:07. La tienda abre hoy, 10:00. Los contactos se reparten para que no salgan todos juntos.',
  ]);
  assert.match(
    inEach({ ...kept, openingAt: null })[0] ?? '',
    /volta hoje, 10:07\. Este horário foi escolhido à mão\.$/,
  );
  assert.deepEqual(inEach({ ...kept, until: null }), [
    'Ficou para depois.',
    'It was left for later.',
    'Quedó para después.',
  ]);
});

test('a moved or passed-on contact says what moved it, who did, and whose contact it is (H2, H4, H6)', () => {
  const until = MORNING;
  const said = (step: TestStep) => inEach(step)[0];
  assert.equal(
    said({ kind: 'ready', at: until, sellerId: 'ana' }),
    'Ficou pronta na lista de Ana, para enviar com um toque.',
  );
  assert.equal(
    said({ kind: 'again', at: EVENING, until }),
    'Quando chegou a hora, era Horário de Silêncio; ficou para hoje, 10:07.',
  );
  assert.equal(
    said({ kind: 'returned', at: EVENING, until }),
    'Não foi enviada no dia em que ficou pronta; volta hoje, 10:07, pela última vez.',
  );
  assert.equal(said({ kind: 'moved', at: EVENING, until }), 'O horário mudou: agora hoje, 10:07.');
  assert.equal(said({ kind: 'shut', at: EVENING, until }), 'Nessa hora a loja estava fechada; ficou para hoje, 10:07.');
  assert.equal(said({ kind: 'retimed', at: EVENING, until, by: 'ana' }), 'Ana mudou a hora: agora hoje, 10:07.');
  assert.equal(said({ kind: 'retimed', at: EVENING, until, by: null }), 'A hora foi mudada à mão: agora hoje, 10:07.');
  const passed = { kind: 'passed', at: EVENING, from: 'ana', to: 'bruno', by: 'carla' } as const;
  assert.deepEqual(inEach(passed), [
    'Carla passou de Ana para Bruno, na mesma hora.',
    'Carla passed it on from Ana to Bruno, at the same time.',
    'Carla lo pasó de Ana a Bruno, a la misma hora.',
  ]);
  assert.equal(said({ ...passed, by: null }), 'Passou de Ana para Bruno, na mesma hora.');
  assert.equal(said({ ...passed, from: null }), 'Carla passou para Bruno, na mesma hora.');
});

test('an ended contact says how it ended and why, without the customer’s name (H3)', () => {
  const end = { kind: 'ended', at: EVENING, by: null } as const;
  assert.deepEqual(inEach({ ...end, as: 'cancelled', reason: 'manager', by: 'carla' }), [
    'Cancelada por Carla.',
    'Cancelled by Carla.',
    'Cancelado por Carla.',
  ]);
  assert.equal(inEach({ ...end, as: 'cancelled', reason: 'customer_wrote' })[0], 'Cancelada: cliente escreveu antes.');
  assert.equal(
    inEach({ ...end, as: 'expired', reason: 'not_sent' })[0],
    'Venceu: ficou pronta duas vezes e não foi enviada. A sugestão continua na lista.',
  );
});

test('a step older than the log of holds says that not everything was recorded', () => {
  const changed = { kind: 'changed', at: EVENING, until: MORNING, known: false } as const;
  assert.deepEqual(inEach(changed), [
    'A hora mudou: agora hoje, 10:07. Na época, isto não ficou registrado por completo.',
    'The time changed: now today, 10:07. At the time, not all of this was recorded.',
    'La hora cambió: ahora hoy, 10:07. En su momento, esto no quedó registrado por completo.',
  ]);
  const kept = { kind: 'kept', at: EVENING, until: null, openingAt: null, known: false } as const;
  assert.equal(inEach(kept)[0], 'Ficou para depois. Na época, isto não ficou registrado por completo.');
});

test('every sentence is complete in every language', () => {
  const until = MORNING;
  const steps: readonly TestStep[] = [
    { kind: 'ready', at: until, sellerId: 'ana' },
    ...(['again', 'returned', 'moved', 'changed', 'shut'] as const).map((kind) => ({ kind, at: EVENING, until })),
    ...(['ana', null] as const).flatMap((by): TestStep[] => [
      { kind: 'retimed', at: EVENING, until, by },
      { kind: 'passed', at: EVENING, from: 'ana', to: 'bruno', by },
    ]),
  ];
  for (const sentence of [...steps.flatMap((step) => inEach(step)), ...LANGUAGES.map(parkedText)]) {
    assert.match(sentence, /^\p{Lu}.*\.$/u);
    assert.doesNotMatch(sentence, /undefined|null|NaN|Infinity|Invalid|\.\./);
  }
});
