/** Tests that a held contact says its minute or its end completely and kindly, in three languages (H3, H5). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HoldEnd, HoldEndReason } from '#contract/holds/hold.ts';
import { type HoldFacts, holdText } from './holds.ts';

/** 21:30 on a Monday in São Paulo. */
const NOW = Date.parse('2026-11-23T21:30:00-03:00');
const TUESDAY_0800 = Date.parse('2026-11-24T08:00:00-03:00');
const TUESDAY_1000 = Date.parse('2026-11-24T10:00:00-03:00');
const TUESDAY_1007 = Date.parse('2026-11-24T10:07:00-03:00');
const TUESDAY_2000 = Date.parse('2026-11-24T20:00:00-03:00');

const WAITING: HoldFacts = {
  state: 'waiting',
  chosen: false,
  heldUntil: TUESDAY_1007,
  openingAt: TUESDAY_1000,
  opensWithStore: false,
  promisedAt: TUESDAY_1007,
  storeZone: 'America/Sao_Paulo',
  now: NOW,
  customerFirstName: 'Marina',
  endedAs: null,
  endReason: null,
  endedByName: null,
  isListed: false,
  saidUnsent: false,
  origin: 'suggestion',
  returned: false,
  heldAgain: 0,
  didNotFit: false,
};
const ENDED: HoldFacts = { ...WAITING, state: 'ended', heldUntil: null, endedAs: 'cancelled', endReason: 'opted_out' };

const SPREAD = 'Os contatos são distribuídos para não saírem todos juntos.';

describe('a waiting contact says why it has this minute (H5)', () => {
  const CASES: readonly (readonly [what: string, hold: Partial<HoldFacts>, sentence: string])[] = [
    ['with a slot given by the queue', {}, `A partir de amanhã, 10:00 dá para falar com Marina. ${SPREAD}`],
    ['without a known name', { customerFirstName: '' }, `O primeiro horário livre é amanhã, 10:00. ${SPREAD}`],
    ['if the store opens after the quiet hours', { opensWithStore: true }, `A loja abre amanhã, 10:00. ${SPREAD}`],
    ['if the seller chose the minute', { chosen: true, openingAt: null }, 'Este horário foi escolhido à mão.'],
    ['without a known opening', { openingAt: null }, SPREAD],
    ['if it was moved after the promise (H6)', { promisedAt: TUESDAY_0800 }, 'O horário mudou: agora amanhã, 10:07.'],
    [
      'if it was chosen and then moved (H6)',
      { chosen: true, promisedAt: TUESDAY_0800 },
      'O horário mudou: agora amanhã, 10:07.',
    ],
    [
      'if its release was refused because of quiet hours (H2)',
      { heldAgain: 1 },
      'Quando chegou a hora, era Horário de Silêncio; ficou para amanhã, 10:07.',
    ],
    [
      'if its offered time was full (P3)',
      { didNotFit: true },
      `Não coube no horário previsto; ficou para amanhã, 10:07. ${SPREAD}`,
    ],
    [
      'if it was ready once and not sent (H4)',
      { returned: true, heldAgain: 2 },
      'Não foi enviada no dia em que ficou pronta; volta amanhã, 10:07, pela última vez.',
    ],
  ];
  for (const [what, hold, sentence] of CASES)
    test(what, () => assert.equal(holdText('pt-BR', { ...WAITING, ...hold }), sentence));

  test('with times on the store’s clock', () => {
    const manaus = holdText('pt-BR', { ...WAITING, opensWithStore: true, storeZone: 'America/Manaus' });
    assert.equal(manaus, `A loja abre amanhã, 09:00. ${SPREAD}`);
  });
});

describe('a ready contact says until when it can be sent (H4)', () => {
  const READY: HoldFacts = { ...WAITING, state: 'ready', heldUntil: TUESDAY_2000, now: TUESDAY_1007 };

  test('and then gets another time after the first day, and expires after the second', () => {
    assert.equal(
      holdText('pt-BR', READY),
      'Pronta: você envia com um toque até hoje, 20:00. Depois, fica para outro horário.',
    );
    assert.equal(
      holdText('pt-BR', { ...READY, returned: true }),
      'Pronta: você envia com um toque até hoje, 20:00. Depois, vence.',
    );
  });

  test('and says nothing of an end if it has none', () => {
    assert.equal(holdText('pt-BR', { ...READY, heldUntil: null }), 'Pronta: você envia com um toque.');
  });
});

describe('an ended contact says how it ended (H3)', () => {
  const CASES: readonly (readonly [hold: Partial<HoldFacts>, sentence: string])[] = [
    [{ endedAs: 'sent', endReason: 'handed_over' }, 'Seguiu para o WhatsApp.'],
    [{ endReason: 'seller', endedByName: 'Ana' }, 'Cancelada por Ana.'],
    [{ endReason: 'seller' }, 'Cancelada por quem a guardou.'],
    [{ endReason: 'seller', endedByName: 'Ana', saidUnsent: true }, 'Não enviada. Não contamos como contato.'],
    [{ endReason: 'manager', endedByName: 'Beatriz' }, 'Cancelada por Beatriz.'],
    [{ endReason: 'manager' }, 'Cancelada pela gerência.'],
    [{ endReason: 'customer_wrote' }, 'Cancelada: Marina escreveu antes.'],
    [{ endReason: 'opted_out' }, 'Cancelada: Marina pediu para parar.'],
    [{ endReason: 'opted_out', customerFirstName: null }, 'Cancelada: cliente pediu para parar.'],
    [{ endReason: 'reassigned' }, 'Cancelada: Marina mudou de carteira.'],
    [{ endReason: 'customer_erased', customerFirstName: null }, 'Cancelada: este cadastro não existe mais.'],
    [{ endedAs: 'expired', endReason: 'too_late' }, 'Venceu: passou do prazo. A sugestão continua na lista.'],
    [{ endedAs: 'expired', endReason: 'too_late', origin: 'profile' }, 'Venceu: passou do prazo.'],
    [
      { endedAs: 'expired', endReason: 'held_too_often' },
      'Venceu: já foi adiada muitas vezes. A sugestão continua na lista.',
    ],
    [
      { endedAs: 'expired', endReason: 'not_sent', origin: 'profile' },
      'Venceu: ficou pronta duas vezes e não foi enviada.',
    ],
    [
      { endedAs: 'failed', endReason: 'unavailable' },
      'Não deu para enviar: no momento não dá para iniciar contato com Marina.',
    ],
    [
      { endedAs: 'failed', endReason: 'unavailable', isListed: true },
      'Não deu para enviar: o número de Marina está na lista “Não me ligue” da marca.',
    ],
  ];
  for (const [hold, sentence] of CASES)
    test(sentence, () => assert.equal(holdText('pt-BR', { ...ENDED, ...hold }), sentence));
});

const UNKIND = /\berr(o|os|or|ors|ores)\b|inválid|invalid|proibid|prohibid|forbidden|bloque|blocked/i;

test('every way of waiting and ending has a complete, kind sentence in each language', () => {
  for (const language of ['pt-BR', 'en', 'es'] as const) {
    const ways: Partial<HoldFacts>[] = [
      ...(['waiting', 'ready'] as const).flatMap((state) =>
        [
          {},
          { returned: true },
          { heldAgain: 1 },
          { didNotFit: true },
          { chosen: true },
          { promisedAt: NOW },
          { heldUntil: null },
          { openingAt: null },
          { opensWithStore: true },
        ].map((way) => ({ state, ...way })),
      ),
      ...HoldEnd.options.flatMap((endedAs) =>
        HoldEndReason.options.map((endReason) => ({ state: 'ended' as const, endedAs, endReason })),
      ),
    ];
    for (const way of ways) {
      for (const customerFirstName of ['Marina', null]) {
        const text = holdText(language, { ...WAITING, customerFirstName, ...way });
        assert.match(text, /^\p{Lu}.*\.$/u);
        assert.doesNotMatch(text, /undefined|null|NaN|[{}]| {2}|\.\.| \./, text);
        assert.doesNotMatch(text, UNKIND, text);
      }
    }
  }
});
