/** H3, H5: a held contact tells its minute and its end, in three languages, without a gap or a reproach. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HoldEnd, HoldEndReason } from '#contract/holds/hold.ts';
import { type HoldFacts, holdText } from './holds.ts';

/** Monday evening in São Paulo. */
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
  saidUnsent: false,
  origin: 'suggestion',
  returned: false,
  heldAgain: 0,
  didNotFit: false,
};
const ENDED: HoldFacts = { ...WAITING, state: 'ended', heldUntil: null, endedAs: 'cancelled', endReason: 'opted_out' };

const SPREAD = 'Os contatos são distribuídos para não saírem todos juntos.';

describe('H5: a contact that waits says why this minute', () => {
  const CASES: readonly (readonly [what: string, hold: Partial<HoldFacts>, sentence: string])[] = [
    ['given in turn', {}, `A partir de amanhã, 10:00 dá para falar com Marina. ${SPREAD}`],
    ['no name is known', { customerFirstName: '' }, `O primeiro horário livre é amanhã, 10:00. ${SPREAD}`],
    ['the store opens after the quiet', { opensWithStore: true }, `A loja abre amanhã, 10:00. ${SPREAD}`],
    ['chosen by the seller', { chosen: true, openingAt: null }, 'Este horário foi escolhido à mão.'],
    ['no opening is known', { openingAt: null }, SPREAD],
    ['moved since it was told (H6)', { promisedAt: TUESDAY_0800 }, 'O horário mudou: agora amanhã, 10:07.'],
    ['chosen, then moved (H6)', { chosen: true, promisedAt: TUESDAY_0800 }, 'O horário mudou: agora amanhã, 10:07.'],
    [
      'quiet again when it came back (H2)',
      { heldAgain: 1 },
      'Quando chegou a hora, era Horário de Silêncio; ficou para amanhã, 10:07.',
    ],
    [
      'its time was full (P3)',
      { didNotFit: true },
      `Não coube no horário previsto; ficou para amanhã, 10:07. ${SPREAD}`,
    ],
    [
      'ready once and not sent (H4)',
      { returned: true, heldAgain: 2 },
      'Não foi enviada no dia em que ficou pronta; volta amanhã, 10:07, pela última vez.',
    ],
  ];
  for (const [what, hold, sentence] of CASES)
    test(what, () => assert.equal(holdText('pt-BR', { ...WAITING, ...hold }), sentence));

  test('on the store’s clock', () => {
    const manaus = holdText('pt-BR', { ...WAITING, opensWithStore: true, storeZone: 'America/Manaus' });
    assert.equal(manaus, `A loja abre amanhã, 09:00. ${SPREAD}`);
  });
});

describe('H4: a ready one says until when', () => {
  const READY: HoldFacts = { ...WAITING, state: 'ready', heldUntil: TUESDAY_2000, now: TUESDAY_1007 };

  test('the first time it gets another time after that, the second time it expires', () => {
    assert.equal(
      holdText('pt-BR', READY),
      'Pronta: você envia com um toque até hoje, 20:00. Depois, fica para outro horário.',
    );
    assert.equal(
      holdText('pt-BR', { ...READY, returned: true }),
      'Pronta: você envia com um toque até hoje, 20:00. Depois, vence.',
    );
  });

  test('where nothing ends it, nothing is said of an end', () => {
    assert.equal(holdText('pt-BR', { ...READY, heldUntil: null }), 'Pronta: você envia com um toque.');
  });
});

describe('H3: an ended one says how', () => {
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
  ];
  for (const [hold, sentence] of CASES)
    test(sentence, () => assert.equal(holdText('pt-BR', { ...ENDED, ...hold }), sentence));
});

const UNKIND = /\berr(o|os|or|ors|ores)\b|inválid|invalid|proibid|prohibid|forbidden|bloque|blocked/i;

test('every way of waiting and ending has a whole, kind sentence in each language', () => {
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
