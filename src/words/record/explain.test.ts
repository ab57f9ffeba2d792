/** Tests the sentences that explain a decision, in all three languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Language } from '#contract/core/common.ts';
import { knownZone } from '#flows/record/explain-attempt.ts';
import { anyContext } from '#kit/arbitrary-context.ts';
import { aContext, type Given, MANAUS, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { RULES } from '#rules/contact/checks.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { explain } from '#rules/record/explain.ts';
import { receiptOf } from '#rules/record/receipt.ts';
import {
  againText,
  checkText,
  clockText,
  handedText,
  leadText,
  originText,
  receiptText,
  whatIfText,
} from './explain.ts';

const LANGUAGES = ['pt-BR', 'en', 'es'] as const;
const IDS = {
  brandId: 'brand',
  id: 'receipt',
  attemptId: 'attempt',
  actorId: 'ana',
  turnId: 'turn',
  storeId: 'store',
  customerId: 'marina',
  suggestionId: null,
};
const SUGGESTED: Given = { wish: { suggestionOpen: true } };
const NEXT_MORNING = wall('2026-08-06T09:00', SAO_PAULO);

/** All sentences about a decision, read on the next morning on the store's clock. */
function explainAll(language: Language, context: DecisionContext, isSame = true) {
  const { decision } = decide(context);
  const receipt = receiptOf(IDS, context, decision);
  const { checks, clocks, whatIf, pace } = explain(context);
  const by = {
    language,
    receipt,
    decision,
    pace,
    zone: knownZone(context.zones.store, context.zones.brand),
    now: NEXT_MORNING,
  };
  return {
    lead: leadText(by),
    origin: originText(language, receipt),
    checks: checks.map((said) => checkText(by, said)),
    clocks: clocks.map((said) => clockText(by, said)),
    whatIf: whatIf.map((each) => whatIfText(by, each)),
    receipt: receiptText(by, 7, isSame),
  };
}

const inEach = (context: DecisionContext) => LANGUAGES.map((language) => explainAll(language, context));

test('a put-off suggestion says where and when it was, and that it was in quiet hours', () => {
  assert.deepEqual(
    inEach(aContext(SUGGESTED)).map(({ lead }) => lead),
    [
      'Este contato foi adiado: eram 22:14 em São Paulo, dentro do Horário de Silêncio.',
      'This contact was put off: it was 22:14 in São Paulo, within quiet hours.',
      'Este contacto fue aplazado: eran las 22:14 en São Paulo, dentro del Horario de Silencio.',
    ],
  );
  const atOne = aContext({ ...SUGGESTED, now: wall('2026-08-06T01:05', SAO_PAULO) });
  assert.match(explainAll('pt-BR', atOne).lead, /: era 01:05 em São Paulo/);
  assert.match(explainAll('es', atOne).lead, /: era la 01:05 en São Paulo/);
});

test('a warned contact from the profile says so, and its acknowledgement names the chosen reason', () => {
  const warned = inEach(aContext()).map(({ lead }) => lead);
  assert.match(warned[0] ?? '', /^Este contato teve um aviso: eram 22:14/);
  assert.match(warned[1] ?? '', /^This contact was warned: it was 22:14/);
  assert.match(warned[2] ?? '', /^Este contacto tuvo un aviso: eran las 22:14/);
  const went = inEach(aContext({ acknowledged: ['quiet_hours'], because: 'order_today' }));
  assert.deepEqual(
    went.map(({ lead }) => lead),
    [
      'Este contato seguiu depois do aviso, por decisão de quem vendia. Motivo escolhido: pedido ou entrega de hoje.',
      'This contact went on after the warning, as the seller decided. Reason chosen: order or delivery of today.',
      'Este contacto siguió después del aviso, por decisión de quien vendía. Motivo elegido: pedido o entrega de hoy.',
    ],
  );
  assert.ok(went[0]?.checks.includes('Era Horário de Silêncio. Quem vendia viu o aviso e seguiu.'));
});

test('a refusal that does not end with time is not called put off', () => {
  const stopped = aContext({ ...SUGGESTED, customer: { optedOutAt: wall('2026-08-03T10:00', SAO_PAULO) } });
  const [pt, en, es] = inEach(stopped);
  assert.equal(pt?.lead, 'Este contato não saiu: a pessoa pediu para não receber mensagens.');
  assert.equal(en?.lead, 'This contact did not go: the person asked not to receive messages.');
  assert.equal(es?.lead, 'Este contacto no salió: la persona pidió no recibir mensajes.');
  assert.ok(pt?.checks.includes('A pessoa pediu para não receber mensagens (segunda, 10:00).'));
  assert.ok(pt?.whatIf.includes('Como sugestão: não sairia, porque a pessoa pediu para não receber mensagens.'));
});

test('D2c: the list is explained with its date, and with the consent that lifts it or is too early', () => {
  const sentences = (consentOn: string | null, given: Given = SUGGESTED) =>
    inEach(aContext({ ...given, customer: { doNotCall: { listedOn: '2026-02-01', consentOn } } }));
  const [pt, en, es] = sentences(null);
  assert.equal(pt?.lead, 'Este contato não saiu: o número estava na lista Não me ligue.');
  assert.ok(
    pt?.checks.includes('O número estava na lista Não me ligue (desde 1 fev 2026), e não havia um sim com data.'),
  );
  assert.ok(
    en?.checks.includes('The number was on the do-not-call list (since 1 Feb 2026), and there was no dated yes.'),
  );
  assert.ok(es?.whatIf.includes('Como sugerencia: no saldría, porque el número estaba en la lista de no llamar.'));
  assert.match(
    sentences('2026-01-31')[0]?.checks.join(' ') ?? '',
    /desde 1 fev 2026\), e o último sim era de 31 jan 2026\./,
  );
  assert.match(
    sentences('2026-02-02')[0]?.checks.join(' ') ?? '',
    /desde 1 fev 2026\); o cliente autorizou depois disso, em 2 fev 2026\./,
  );
  const reply = { conversation: { lastInboundAt: wall('2026-08-05T22:00', SAO_PAULO) } };
  assert.match(sentences(null, reply)[0]?.checks.join(' ') ?? '', /desde 1 fev 2026\); esta origem passa\./);
});

test('each clock that counts is named with its city, its time and its silence', () => {
  const two = aContext({
    ...SUGGESTED,
    policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
    zones: { store: MANAUS, customer: [SAO_PAULO], customerFrom: 'address' },
    now: wall('2026-08-05T20:30', SAO_PAULO),
  });
  const [pt, en, es] = inEach(two).map(({ clocks }) => clocks);
  assert.deepEqual(pt, [
    'Relógio da loja, em Manaus: 19:30, aberto até ontem, 20:00.',
    'Relógio do cliente, em São Paulo: 20:30, silêncio desde ontem, 20:00, até hoje, 08:00.',
  ]);
  assert.match(
    en?.[1] ?? '',
    /^On the customer’s clock, in São Paulo: 20:30, quiet hours since yesterday, 20:00, until today/,
  );
  assert.match(es?.[1] ?? '', /^Reloj del cliente, en São Paulo: 20:30, silencio desde ayer, 20:00, hasta hoy/);
});

test('the counterfactuals say for each origin whether the contact would have been allowed, and from when', () => {
  assert.deepEqual(explainAll('pt-BR', aContext(SUGGESTED)).whatIf, [
    'Como sugestão: adiado até hoje, 08:00.',
    'Como contato pelo perfil: com aviso; sem aviso a partir de hoje, 08:00.',
    'Como resposta a quem acabou de escrever: liberado.',
    'Como mensagem de serviço: liberado.',
    'Como envio por API: adiado até hoje, 08:00.',
  ]);
});

test('the origin names a weaker claimed origin, and a profile contact after a refused suggestion', () => {
  const claimed = aContext({ wish: { suggestionOpen: true, claimed: 'profile' } });
  assert.equal(
    explainAll('pt-BR', claimed).origin,
    'Origem: sugestão. O pedido dizia “contato pelo perfil”, e vale a origem mais rígida.',
  );
  const walked = aContext({ lastRefusedAt: wall('2026-08-05T22:10', SAO_PAULO) });
  assert.match(explainAll('pt-BR', walked).origin, /^Origem: contato pelo perfil/);
});

const TEN_QUICK = Array.from({ length: 10 }, (_, i) => wall('2026-08-05T14:09', SAO_PAULO) - i * 30_000);
const AFTERNOON = { now: wall('2026-08-05T14:10', SAO_PAULO), pacedAt: TEN_QUICK };

test('a reached pace says how many contacts, in how many minutes, and when the next is possible', () => {
  const [pt, en, es] = inEach(aContext({ ...SUGGESTED, ...AFTERNOON }));
  assert.equal(pt?.lead, 'Este contato teve um aviso: foram muitos contatos em pouco tempo.');
  const said = 'Já tinham saído 10 contatos em 10 min, e o limite é 10. O próximo ficava bom ontem, 14:14.';
  assert.ok(pt?.checks.includes(said), pt?.checks.join('\n'));
  assert.ok(
    en?.checks.includes(
      '10 contacts had gone in 10 min, and the limit is 10. The next was fine from yesterday, 14:14.',
    ),
  );
  assert.ok(
    es?.checks.includes(
      'Ya habían salido 10 contactos en 10 min, y el límite es 10. El próximo quedaba bien ayer, 14:14.',
    ),
  );
  assert.ok(pt?.whatIf.includes('Como sugestão: com aviso; sem aviso a partir de ontem, 14:14.'), pt?.whatIf.join());
  assert.ok(pt?.whatIf.includes('Como envio por API: adiado até ontem, 14:14.'));
  assert.ok(pt?.whatIf.includes('Como resposta a quem acabou de escrever: liberado.'));
  const went = explainAll('pt-BR', aContext({ ...SUGGESTED, ...AFTERNOON, acknowledged: ['pace'] }));
  assert.ok(went.checks.includes(`${said} Quem vendia viu o aviso e seguiu.`));
  const calm = explainAll('pt-BR', aContext({ ...SUGGESTED, ...AFTERNOON, pacedAt: TEN_QUICK.slice(0, 3) }));
  assert.ok(calm.checks.includes('O ritmo estava dentro do limite: 3 de 10 contatos em 10 min.'));
  assert.ok(explainAll('pt-BR', aContext({ policy: null })).checks.includes('Nenhum limite de ritmo estava em vigor.'));
});

test('an unsafe clock warns persons, and puts machines off without naming a time', () => {
  const unsafe = { now: AFTERNOON.now, clockUnsafe: true };
  const [pt, en, es] = inEach(aContext({ ...SUGGESTED, ...unsafe }));
  assert.equal(pt?.lead, 'Este contato teve um aviso: o relógio do sistema estava sendo acertado.');
  assert.match(en?.lead ?? '', /^This contact was warned: the system’s clock was being set/);
  assert.match(es?.lead ?? '', /^Este contacto tuvo un aviso: se estaba ajustando el reloj/);
  assert.ok(pt?.checks.includes('O relógio do sistema tinha saltado.'));
  assert.ok(pt?.whatIf.includes('Como envio por API: adiado, sem hora prevista.'));
  const machine = explainAll('pt-BR', aContext({ ...unsafe, wish: { actor: 'machine' } }));
  assert.equal(machine.lead, 'Este contato foi adiado: o relógio do sistema estava sendo acertado.');
});

test('the decision of a release names no person', () => {
  const release: Given = { wish: { actor: 'release', claimed: 'profile' } };
  assert.deepEqual(
    inEach(aContext({ ...release, now: AFTERNOON.now })).map(({ lead }) => lead),
    [
      'Decidido de novo na hora combinada, sem ninguém no aparelho: nada impedia o contato.',
      'Decided again at the time agreed, with nobody at the device: nothing stood against the contact.',
      'Decidido de nuevo a la hora acordada, sin nadie en el dispositivo: nada impedía el contacto.',
    ],
  );
  const [pt, en, es] = inEach(aContext(release));
  assert.match(pt?.lead ?? '', /sem ninguém no aparelho: ainda não dava, porque eram 22:14 em São Paulo/);
  assert.match(en?.lead ?? '', /with nobody at the device: not yet, because it was 22:14/);
  assert.match(es?.lead ?? '', /sin nadie en el dispositivo: aún no se podía, porque eran las 22:14/);
  assert.equal(pt?.origin, 'Origem: contato pelo perfil, a mesma de quando ficou para depois.');
  const stopped = aContext({ ...release, customer: { optedOutAt: wall('2026-08-03T10:00', SAO_PAULO) } });
  assert.match(explainAll('pt-BR', stopped).lead, /o contato não seguiu, porque a pessoa pediu/);
});

test('the receipt is named, and whether its decision is the same today', () => {
  assert.equal(
    explainAll('pt-BR', aContext()).receipt,
    `Recibo nº 7, regras ${RULES}, versão 1 da política, dados de fuso 2026c. Refeita agora com os mesmos dados, a decisão é a mesma.`,
  );
  assert.match(explainAll('pt-BR', aContext({ policy: null })).receipt, /sem política em vigor/);
  assert.match(explainAll('en', aContext(), false).receipt, /the zone data changed since/);
});

test('for every decision every sentence is complete in every language, and no pronoun replaces the customer', () => {
  fc.assert(
    fc.property(anyContext, fc.constantFrom(...LANGUAGES), (context, language) => {
      const { checks, clocks, whatIf, ...single } = explainAll(language, context);
      const sentences = [...checks, ...clocks, ...whatIf, ...Object.values(single)];
      for (const sentence of [...sentences, handedText(language), againText(language, 'Ana')]) {
        assert.match(sentence, /^\p{Lu}.*\.$/u);
        assert.doesNotMatch(sentence, /undefined|null|NaN|Invalid|\.\.|\b(ele|ela|he|she)\b/);
      }
    }),
  );
});
