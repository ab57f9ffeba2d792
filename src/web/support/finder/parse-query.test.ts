/** Tests how the finder reads a typed text. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseQuery } from './parse-query.ts';

const brand = (slug: string, name: string) => ({ id: `id-${slug}`, slug, name, plan: 'growth' as const });
const AURORA = brand('aurora', 'Aurora');
const SAO = brand('sao-jose', 'São José');
const STORE_24 = brand('loja-24', 'Loja 24');
const BRANDS = [AURORA, SAO, STORE_24];
const ID = '01990000-0000-7000-8000-00000000abcd';

const meant = (typed: string) => parseQuery(typed, BRANDS);
function numberIn(typed: string) {
  const understood = meant(typed);
  assert.equal(understood.kind, 'number', typed);
  return understood;
}

test('blanks mean nothing', () => assert.deepEqual(meant('  '), { kind: 'nothing' }));

test('a word means a brand whose name contains it, without accents and capitals', () => {
  assert.deepEqual(meant('sao'), { kind: 'name', text: 'sao', brands: [SAO] });
  assert.deepEqual(meant('AUR'), { kind: 'name', text: 'AUR', brands: [AURORA] });
  assert.deepEqual(meant('recibo'), { kind: 'name', text: 'recibo', brands: [] });
});

suite('a number', () => {
  for (const typed of ['12', '#12', 'nº12', 'nº 12', 'número 12'])
    test(`means a ticket or a receipt of any brand: ${typed}`, () => {
      const { number, kinds, brandText, within } = numberIn(typed);
      assert.deepEqual([number, kinds, brandText, within], [12, ['ticket', 'receipt'], null, null]);
    });
  test('may have points between thousands', () => assert.equal(numberIn('1.234').number, 1234));
  test('is of the kind that is named, in three languages', () => {
    assert.deepEqual(numberIn('chamado 7').kinds, ['ticket']);
    assert.deepEqual(numberIn('Ticket 7').kinds, ['ticket']);
    assert.deepEqual(numberIn('recibo nº 7').kinds, ['receipt']);
    assert.deepEqual(numberIn('receipt #7').kinds, ['receipt']);
  });
  test('belongs to the brand that is named before or after it', () => {
    for (const typed of ['aurora 12', '12 aurora', 'recibo 12 da Aurora', 'Aurora: chamado 12'])
      assert.deepEqual(numberIn(typed).within, [AURORA], typed);
    assert.deepEqual([numberIn('nenhuma 12').within, numberIn('nenhuma 12').brandText], [[], 'nenhuma']);
  });
  test('also means a brand with the number in its name', () => {
    assert.deepEqual(numberIn('loja 24').brands, [STORE_24]);
    const both = numberIn('loja 24 12');
    assert.deepEqual([both.number, both.within], [12, [STORE_24]]);
  });
  test('is not 0, and not longer than a JavaScript number represents exactly', () => {
    assert.equal(meant('0').kind, 'name');
    assert.equal(meant('1234567890123456').kind, 'name');
  });
});

suite('a pasted id', () => {
  test('alone means a ticket or an attempt', () =>
    assert.deepEqual(meant(ID.toUpperCase()), { kind: 'id', id: ID, of: 'either' }));
  test('in an address means what the address names', () => {
    assert.deepEqual(meant(`http://localhost/suporte/chamados/${ID}`), { kind: 'id', id: ID, of: 'ticket' });
    assert.deepEqual(meant(`/suporte/aurora/tentativas/${ID}?x`), { kind: 'id', id: ID, of: 'attempt' });
    assert.deepEqual(meant(`oto.${ID}`), { kind: 'id', id: ID, of: 'attempt' });
  });
});
