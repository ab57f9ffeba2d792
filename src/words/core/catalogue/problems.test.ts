/** Tests the sentences of problems, notices and suggestions, in all three languages. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Language } from '#contract/core/common.ts';
import { PROBLEM_STATUS, type ProblemCode } from '#contract/core/problem.ts';
import { REASONS } from '#rules/contact/decision.ts';
import { suggestionReason } from '#words/campaigns/suggestion.ts';
import type { ProblemParams } from '#words/core/text.ts';
import { noticeSentence } from '#words/policy/notice.ts';
import { policyFaultText } from '#words/policy/policy-fault.ts';
import { catalogue } from './catalogue.ts';
import { invalidFieldText, problemText, reasonText } from './problems.ts';

const LANGUAGES: readonly Language[] = ['pt-BR', 'en', 'es'];
const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];
const LONG = 'Maria Aparecida dos Santos Albuquerque de Vasconcelos e Silva';

/** Every part that a sentence may name, with long values. */
const EVERYTHING: ProblemParams = {
  customer: LONG,
  seller: LONG,
  brand: LONG,
  article: 'a',
  plan: 'starter',
  opens: 'amanhã, 08:00',
  since: '20:00',
  until: 'amanhã, 08:00',
  hour: '01:05',
  city: 'São José do Vale do Rio Preto',
  count: 10,
  free: '15:12',
  minutes: 15,
  seconds: 40,
  left: 1,
};

/** Words that no sentence may contain: sentences put off and warn, and never blame a person. */
const UNKIND: Readonly<Record<Language, RegExp>> = {
  'pt-BR': /\berros?\b|inválid|proibid|não autorizad|bloquead|bloqueio/i,
  en: /\berrors?\b|invalid|forbidden|not authori[sz]ed|unauthori[sz]ed|blocked|\billegal/i,
  es: /\berror(es)?\b|inválid|prohibid|no autorizad|bloquead|bloqueo/i,
};

/** Every sentence of a language: with all parts, without parts, and without a foreseen opening. */
function everySentence(language: Language): readonly string[] {
  const everyWay = [
    EVERYTHING,
    {},
    { ...EVERYTHING, opens: null },
    { ...EVERYTHING, seller: null },
    { ...EVERYTHING, seller: null, state: 'ready' },
    { ...EVERYTHING, left: 3, hour: '22:14', availability: 'erased' },
  ];
  const texts = everyWay.flatMap((params) => [
    ...CODES.map((code) => problemText(language, code, params)),
    ...REASONS.flatMap((reason) =>
      (['warn', 'block'] as const).map((verdict) => reasonText(language, reason, verdict, params)),
    ),
  ]);
  const { policyFaults, fields } = catalogue(language);
  return [
    ...texts.flatMap(({ title, detail }) => [title, detail]),
    ...(Object.keys(policyFaults) as (keyof typeof policyFaults)[]).map((code) => policyFaultText(language, { code })),
    ...Object.keys(fields).map((code) =>
      invalidFieldText(language, code, { maximum: 500, minimum: 1, keys: ['hold'] }),
    ),
    ...Object.keys(fields).map((code) => invalidFieldText(language, code)),
    ...everyNotice(language),
    ...everySuggestion(language),
  ];
}

function everyNotice(language: Language): readonly string[] {
  const policy = {
    windows: [{ days: ['mon', 'tue'], start: '20:00', end: '08:00' }],
    exceptions: [],
    clocks: 'store',
  } as const;
  return (['first_day', 'changed', 'suspended', 'ended'] as const).flatMap((kind) =>
    [null, '27 nov, 08:00'].flatMap((at) =>
      [false, true].map((paused) =>
        noticeSentence(language, { kind, policy, brand: { name: LONG, article: 'o' }, until: at, from: at, paused }),
      ),
    ),
  );
}

function everySuggestion(language: Language): readonly string[] {
  const reasons = [
    { code: 'birthday', on: '11-24' },
    { code: 'inactive_days', lastOn: '2026-09-24' },
    { code: 'tag', tag: LONG },
    { code: 'never_contacted' },
    { code: 'chosen' },
    { code: 'new_arrival', item: LONG },
    { code: 'after_purchase', boughtOn: '2026-11-20', item: LONG },
    { code: 'cashback', untilOn: '2026-11-27' },
    { code: 'cashback', untilOn: '2026-11-20' },
    { code: 'welcome' },
  ] as const;
  return reasons.map((reason) => suggestionReason(language, reason, '2026-11-23'));
}

for (const language of LANGUAGES) {
  describe(`every sentence in ${language}`, () => {
    const sentences = everySentence(language);

    test('is complete: not empty, without braces, without `undefined` or `null`', () => {
      for (const text of sentences) {
        assert.ok(text.trim() === text && text !== '', JSON.stringify(text));
        assert.doesNotMatch(text, /[{}]|undefined|null|NaN|\[object| {2}|\.\.|24:(?!00)/, text);
      }
    });

    test('is kind: it blames no person, and only customers “block”', () => {
      for (const text of sentences) assert.doesNotMatch(text, UNKIND[language], text);
    });

    test('has a full stop after the text and none after the title', () => {
      for (const params of [EVERYTHING, {}]) {
        for (const { title, detail } of CODES.map((code) => problemText(language, code, params))) {
          assert.match(title, /[^.]$/);
          assert.match(detail, /\.$/);
          assert.ok(title.length <= 45, `“${title}” fits a line of a phone`);
        }
      }
    });
  });
}

describe('the sentence of a refusal says why, until when, and what can be done', () => {
  const MARINA: ProblemParams = {
    customer: 'Marina',
    brand: 'Aurora',
    article: 'a',
    since: '20:00',
    until: '08:00',
    opens: 'amanhã, 08:00',
  };

  test('for a suggestion in quiet hours', () => {
    assert.deepEqual(problemText('pt-BR', 'quiet_hours', MARINA), {
      title: 'Agora é Horário de Silêncio',
      detail:
        'A Aurora não inicia conversas entre 20:00 e 08:00, para não incomodar clientes. A partir de amanhã, 08:00 dá para falar com Marina. Seu texto está guardado.',
    });
    assert.match(problemText('pt-BR', 'quiet_hours', { ...MARINA, brand: 'Cais', article: 'o' }).detail, /^O Cais /);
    assert.match(
      problemText('pt-BR', 'quiet_hours', { ...MARINA, opens: null }).detail,
      /Não há horário livre previsto\./,
    );
    assert.match(problemText('pt-BR', 'quiet_hours').detail, /^A marca não inicia conversas neste horário/);
  });

  test('for a contact from the profile in quiet hours', () => {
    assert.deepEqual(
      problemText('pt-BR', 'warned', {
        reason: 'quiet_hours',
        hour: '22:14',
        city: 'São Paulo',
        until: 'amanhã, 08:00',
      }),
      {
        title: 'Este horário não é recomendado',
        detail:
          'São 22:14 em São Paulo, e o Horário de Silêncio vai até amanhã, 08:00. Uma mensagem agora pode incomodar, e quem se incomoda costuma bloquear.',
      },
    );
    assert.match(problemText('pt-BR', 'warned', { hour: '01:05' }).detail, /^É 01:05, e agora é Horário de Silêncio\./);
  });

  test('for a reached pace: when the next contact is possible (P1)', () => {
    const p = { count: 10, minutes: 10, free: '15:12' };
    const said = {
      title: 'Um respiro',
      detail: 'Foram 10 contatos em 10 min. Um respiro evita parecer spam. O próximo fica bom às 15:12.',
    };
    assert.deepEqual(problemText('pt-BR', 'pace', p), said);
    assert.deepEqual(problemText('pt-BR', 'warned', { ...p, reason: 'pace' }), said);
    assert.match(
      problemText('pt-BR', 'pace', { ...p, count: 1, free: '01:05' }).detail,
      /^Foi 1 contato .* à 01:05\.$/,
    );
    assert.match(problemText('en', 'pace', { ...p, count: 1 }).detail, /^That was 1 contact in 10 min\./);
    assert.match(problemText('es', 'pace', { ...p, free: '01:05' }).detail, /queda bien a la 01:05\.$/);
    assert.match(problemText('pt-BR', 'pace').detail, /^Foram muitos contatos em pouco tempo\./);
  });

  test('for an unsafe clock: that the system is at fault, not a person (D8)', () => {
    const said = 'Estamos acertando o relógio do sistema. Tente de novo em alguns minutos; seu texto está guardado.';
    assert.equal(problemText('pt-BR', 'clock_unsafe').detail, said);
    assert.equal(problemText('pt-BR', 'warned', { reason: 'clock_unsafe' }).detail, said);
  });

  test('for a contact that is already held, or cannot be held for that time', () => {
    const opens = 'amanhã, 10:07';
    assert.equal(
      problemText('pt-BR', 'already_held', { customer: 'Marina', opens }).detail,
      'Marina já tem uma mensagem guardada para amanhã, 10:07.',
    );
    assert.equal(
      problemText('pt-BR', 'already_held', { customer: 'Marina', state: 'ready' }).detail,
      'Marina já tem uma mensagem pronta para enviar.',
    );
    assert.equal(
      problemText('pt-BR', 'already_held', { customer: 'Marina', seller: 'Bruno' }).detail,
      'Bruno já tem uma mensagem guardada para Marina.',
    );
    assert.equal(
      problemText('pt-BR', 'time_quiet', { opens }).detail,
      'Esse horário é de silêncio. O próximo livre é amanhã, 10:07.',
    );
    assert.match(problemText('pt-BR', 'time_quiet', { opens: null }).detail, /Escolha outro, por favor\.$/);
    assert.match(problemText('pt-BR', 'time_too_far').detail, /30 dias/);
  });

  test('for a warning: its own reason, or quiet hours if no reason is given', () => {
    assert.equal(problemText('pt-BR', 'warned', { reason: 'no_permission' }).title, 'Confira antes de enviar');
    assert.equal(problemText('pt-BR', 'warned', { reason: 'constructor' }).title, 'Este horário não é recomendado');
    assert.equal(problemText('pt-BR', 'no_permission').title, 'Falta a autorização');
  });

  test('for a wrong PIN: the remaining tries, in singular or plural', () => {
    assert.equal(problemText('pt-BR', 'wrong_pin', { left: 1 }).detail, 'Falta 1 tentativa.');
    assert.equal(problemText('pt-BR', 'wrong_pin', { left: 2 }).detail, 'Faltam 2 tentativas.');
    assert.equal(
      problemText('pt-BR', 'wrong_pin', { left: 0, minutes: 15 }).detail,
      'Vamos fazer uma pausa: tente de novo em 15 min ou peça à gerência para liberar.',
    );
    assert.equal(
      problemText('en', 'wrong_pin', { left: 0 }).detail,
      'Your PIN is paused. Ask your manager to free it.',
    );
    assert.equal(problemText('es', 'wrong_pin', { left: 1 }).detail, 'Queda 1 intento.');
    assert.equal(problemText('pt-BR', 'wrong_pin').detail, 'Tente de novo.');
    assert.match(problemText('pt-BR', 'pin_locked', { minutes: 15 }).detail, /em 15 min ou peça à gerência/);
    assert.match(problemText('pt-BR', 'pin_locked').detail, /^Seu PIN está em pausa/);
  });

  test('for a customer without a seller: complete without the seller’s name', () => {
    assert.equal(
      problemText('pt-BR', 'not_in_portfolio', { customer: 'Bia', seller: '' }).detail,
      'Bia está na carteira de outra pessoa da equipe.',
    );
    assert.equal(
      problemText('pt-BR', 'not_in_portfolio', { customer: 'Bia', seller: 'Ana' }).detail,
      'Bia está na carteira de Ana.',
    );
  });

  test('for an erased customer: another sentence than for one without a number', () => {
    assert.equal(
      problemText('pt-BR', 'customer_unavailable', { availability: 'erased' }).detail,
      'Este cadastro não existe mais.',
    );
    assert.equal(
      problemText('pt-BR', 'customer_unavailable', { customer: 'Bia' }).detail,
      'Não há um celular com WhatsApp na ficha de Bia.',
    );
  });
});

test('an unknown fault code gets the general sentence, with the limits and names that are known', () => {
  assert.equal(invalidFieldText('pt-BR', 'constructor'), invalidFieldText('pt-BR', 'custom'));
  assert.equal(
    invalidFieldText('pt-BR', 'unrecognized_keys', { keys: ['hold', 'template'] }),
    'Há algo que não conhecemos: hold, template.',
  );
  assert.equal(invalidFieldText('en', 'too_big', { maximum: 4096 }), 'Above the maximum of 4096.');
});
