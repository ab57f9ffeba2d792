/** Tests the check and the filling of a campaign's text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TEXT_VARIABLES } from '#rules/contact/message-text.ts';
import { fillCampaignText, neededVariables, textFaults } from './campaign-text.ts';

const marina = {
  customer: 'Marina Alves',
  seller: 'Ana Lúcia Prado',
  store: 'Paulista',
  brand: 'Aurora',
  lastItem: 'vestido midi',
  daysSincePurchase: 62,
};

test('a fault of a text is named with its place', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['Oi, {primeiro_nome}, da {loja}: {ultimo_item|sua compra}!', []],
    [
      'Oi, {apelido}! {Nome} {} { nome}',
      [
        ['unknown_variable', '{apelido}'],
        ['unknown_variable', '{Nome}'],
        ['unknown_variable', '{}'],
        ['unknown_variable', '{ nome}'],
      ],
    ],
    ['{apelido|você}', [['unknown_variable', '{apelido|você}']]],
    [
      '{ultimo_item|} e {ultimo_item| }',
      [
        ['fallback_missing', '{ultimo_item|}'],
        ['fallback_missing', '{ultimo_item| }'],
      ],
    ],
    ['Oi, {nome', [['lone_brace', '{']]],
    ['Oi, nome}', [['lone_brace', '}']]],
    [
      '{{nome}}',
      [
        ['lone_brace', '{'],
        ['lone_brace', '}'],
      ],
    ],
    ['{nome|a|b}', []],
  ];
  for (const [text, expected] of cases) {
    const faults = textFaults(text);
    assert.deepEqual(
      faults.map(({ code, written }) => [code, written]),
      expected,
      text,
    );
    for (const { start, end, written } of faults) assert.equal(text.slice(start, end), written, text);
  }
});

test('a text without faults leaves no brace for any customer', () => {
  const word = fc.constantFrom('Oi, ', ' e ', 'você', '.');
  const place = fc
    .tuple(fc.constantFrom(...TEXT_VARIABLES), fc.constantFrom(null, 'sua compra'))
    .map(([name, fallback]) => (fallback === null ? `{${name}}` : `{${name}|${fallback}}`));
  const noise = fc.constantFrom('{', '}', '|', '{nome|}', '{x}');
  const texts = fc.array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 4, arbitrary: place }, noise));
  fc.assert(
    fc.property(texts, fc.boolean(), (parts, hasBought) => {
      const text = parts.join('');
      if (textFaults(text).length > 0) return;
      const bought = hasBought ? {} : { lastItem: null, daysSincePurchase: null };
      const filled = fillCampaignText(text, { ...marina, ...bought });
      assert.ok(filled === null || !/[{}]/.test(filled), text);
    }),
  );
});

test('a customer for whom a variable is empty gets no text, unless the text has a word for it', () => {
  const never = { ...marina, lastItem: null, daysSincePurchase: null };
  const without = 'Gostou de {ultimo_item}?';
  const withWord = 'Gostou de {ultimo_item|sua compra}?';
  assert.equal(fillCampaignText(without, marina), 'Gostou de vestido midi?');
  assert.equal(fillCampaignText(without, never), null);
  assert.equal(fillCampaignText(without, { ...marina, lastItem: '  ' }), null);
  assert.equal(fillCampaignText(withWord, marina), 'Gostou de vestido midi?');
  assert.equal(fillCampaignText(withWord, never), 'Gostou de sua compra?');
  assert.equal(fillCampaignText('{dias_sem_comprar} dias', never), null);
  assert.equal(fillCampaignText('{dias_sem_comprar} dias', { ...marina, daysSincePurchase: 0 }), '0 dias');
  assert.equal(fillCampaignText(`${withWord} ${without}`, never), null);
});

test('the variables that a text needs are those without a word', () => {
  assert.deepEqual([...neededVariables('{nome} {ultimo_item|sua compra} {loja}{nome}')], ['nome', 'loja']);
});
