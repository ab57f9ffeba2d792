/** Tests the sentences of suggestions' reasons. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import { suggestionReason } from './suggestion.ts';

describe('the sentence of a suggestion’s reason counts days from today', () => {
  const CASES: readonly (readonly [todayOn: string, reason: SuggestionReason, sentence: string])[] = [
    ['2026-11-23', { code: 'birthday', on: '11-23' }, 'Aniversário hoje'],
    ['2026-11-23', { code: 'birthday', on: '11-24' }, 'Aniversário amanhã'],
    ['2026-11-23', { code: 'birthday', on: '11-28' }, 'Aniversário no sábado'],
    ['2026-11-23', { code: 'birthday', on: '12-03' }, 'Aniversário em 3 dez'],
    ['2026-11-23', { code: 'birthday', on: '11-20' }, 'Aniversário há 3 dias'],
    ['2026-12-30', { code: 'birthday', on: '01-02' }, 'Aniversário no sábado'],
    ['2027-01-04', { code: 'birthday', on: '12-31' }, 'Aniversário há 4 dias'],
    ['2027-02-27', { code: 'birthday', on: '02-29' }, 'Aniversário amanhã'],
    ['2028-02-28', { code: 'birthday', on: '02-29' }, 'Aniversário amanhã'],
    ['2100-02-28', { code: 'birthday', on: '02-29' }, 'Aniversário hoje'],
    ['2026-11-23', { code: 'inactive_days', lastOn: '2026-09-24' }, 'Faz 60 dias que não compra'],
    ['2026-11-23', { code: 'tag', tag: 'noivas' }, 'Na lista “noivas”'],
    ['2026-11-23', { code: 'never_contacted' }, 'Ninguém da loja escreveu ainda'],
    ['2026-11-23', { code: 'chosen' }, 'Faz parte desta campanha'],
    ['2026-11-23', { code: 'inactive_days', lastOn: '2026-11-22' }, 'Faz 1 dia que não compra'],
    ['2026-11-23', { code: 'birthday', on: '11-17' }, 'Aniversário há 6 dias'],
    ['2026-11-23', { code: 'birthday', on: '09-25' }, 'Aniversário há 59 dias'],
    ['2026-11-23', { code: 'birthday', on: '09-24' }, 'Aniversário em 24 set 2027'],
    ['2026-11-23', { code: 'birthday', on: '05-04' }, 'Aniversário em 4 mai'],
    ['2026-11-23', { code: 'inactive_days', lastOn: '2026-11-23' }, 'Hora de retomar o contato'],
    ['2026-11-23', { code: 'inactive_days', lastOn: '2027-01-24' }, 'Hora de retomar o contato'],
    ['2026-11-23', { code: 'after_purchase', boughtOn: '2026-11-23', item: 'bolsa' }, 'Comprou bolsa hoje'],
    ['2026-11-23', { code: 'after_purchase', boughtOn: '2026-11-24', item: 'bolsa' }, 'Comprou bolsa'],
    ['2026-11-23', { code: 'cashback', untilOn: '2026-10-30' }, 'Cashback venceu em 30 out'],
    ['2026-11-23', { code: 'new_arrival', item: 'camisa de linho' }, 'Novidade: camisa de linho'],
    [
      '2026-11-23',
      { code: 'after_purchase', boughtOn: '2026-11-13', item: 'vestido midi' },
      'Comprou vestido midi há 10 dias',
    ],
    ['2026-11-23', { code: 'cashback', untilOn: '2026-11-23' }, 'Cashback vence hoje'],
    ['2026-11-23', { code: 'cashback', untilOn: '2026-11-30' }, 'Cashback vence em 30 nov'],
    ['2026-11-23', { code: 'cashback', untilOn: '2026-11-22' }, 'Cashback venceu ontem'],
    ['2026-11-23', { code: 'welcome' }, 'Boas-vindas: acabou de chegar à loja'],
  ];
  for (const [todayOn, reason, sentence] of CASES) {
    test(`${sentence} (${todayOn})`, () => assert.equal(suggestionReason('pt-BR', reason, todayOn), sentence));
  }

  test('is in the reader’s language', () => {
    assert.equal(suggestionReason('en', { code: 'birthday', on: '11-27' }, '2026-11-23'), 'Birthday on Friday');
    assert.equal(
      suggestionReason('es', { code: 'cashback', untilOn: '2026-11-27' }, '2026-11-23'),
      'El cashback vence el viernes',
    );
  });
});
