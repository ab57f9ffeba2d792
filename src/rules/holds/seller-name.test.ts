/** Tests that a message that is passed on names its new seller. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fillText, keepRanges, type NamedText, namesPerson, renamed, validRanges } from './seller-name.ts';

const TEMPLATE = 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca}. Beijo, {vendedor}';
const ADDRESSED = {
  ...{ customer: 'Marina Alves', seller: 'Ana Lima', store: 'Paulista', brand: 'Aurora' },
  ...{ lastItem: null, daysSincePurchase: null },
};
const FILLED = fillText(TEMPLATE, ADDRESSED);

test('a filled text comes with the ranges that name its seller', () => {
  assert.equal(FILLED.text, 'Oi, Marina! Aqui é Ana, da Aurora. Beijo, Ana');
  assert.deepEqual(
    FILLED.stretches.map(({ start, end }) => FILLED.text.slice(start, end)),
    ['Ana', 'Ana'],
  );
});

test('a seller’s variable with a fallback is a range too', () => {
  const { text, stretches } = fillText('Aqui é {vendedor|a loja}.', ADDRESSED);
  assert.equal(text, 'Aqui é Ana.');
  assert.deepEqual(stretches, [{ start: 7, end: 10 }]);
});

test('an unedited text takes the new name everywhere, and back again', () => {
  const bruno = renamed(FILLED, 'Bruno Reis');
  assert.equal(bruno.text, 'Oi, Marina! Aqui é Bruno, da Aurora. Beijo, Bruno');
  assert.deepEqual(renamed(bruno, 'Ana Lima'), FILLED);
});

test('an edited text keeps the ranges that the edit did not change', () => {
  const edited = FILLED.text.replace('da Aurora', 'da loja Aurora da Paulista');
  const kept = { text: edited, stretches: keepRanges(FILLED, edited) };
  assert.equal(renamed(kept, 'Bruno').text, 'Oi, Marina! Aqui é Bruno, da loja Aurora da Paulista. Beijo, Bruno');
});

test('a changed range counts as the writer’s word, and the text then names the person', () => {
  const edited = FILLED.text.replace('Aqui é Ana', 'Aqui é a Ana Lima').replace('Beijo, Ana', 'Beijo, Anabela');
  const kept = { text: edited, stretches: keepRanges(FILLED, edited) };
  assert.deepEqual(kept.stretches, []);
  assert.equal(namesPerson(kept, 'Ana Lima'), true);
  assert.equal(namesPerson({ text: 'Aqui é Anabela', stretches: [] }, 'Ana'), false);
  assert.equal(namesPerson(FILLED, 'Ana'), false);
});

suite('the stretches that an edit left alone', () => {
  /**
   * Returns the text with its ranges in brackets after `edited` replaced `named`, whose brackets mark the earlier
   * ranges.
   */
  const kept = (bracketed: string, edited: string) => {
    const named = fromBrackets(bracketed);
    return inBrackets({ text: edited, stretches: keepRanges(named, edited) });
  };
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nothing was changed', 'a [Ana] b', 'a Ana b', 'a [Ana] b'],
    ['the first letter changed right behind it', '[Ana], oi', 'Ana; oi', '[Ana]; oi'],
    ['the last letter changed right before it', 'oi, [Ana]', 'oi; Ana', 'oi; [Ana]'],
    ['its own last letter was changed', 'a [Ana] b', 'a Anb b', 'a Anb b'],
    ['its own first letter was changed', 'a [Ana] b', 'a Ina b', 'a Ina b'],
    ['it was doubled at the end: the first one is ours', '[Ana]', 'Ana Ana', '[Ana] Ana'],
    ['a word before it was doubled', 'oi [Ana]', 'oi oi Ana', 'oi oi [Ana]'],
    ['words before it were deleted', 'oi oi [Ana]', 'oi Ana', 'oi [Ana]'],
    ['words behind it were deleted', '[Ana] oi oi', 'Ana oi', '[Ana] oi'],
    ['everything but it was deleted', 'oi [Ana] oi', 'Ana', 'Ana'],
    ['letters were written right behind it', 'a [Ana]', 'a Anabela', 'a Anabela'],
    ['letters were written right before it', '[ana] b', 'Mariana b', 'Mariana b'],
    ['its first letter was written before it: nobody can tell which one is ours', '[Ana]', 'A Ana', 'A Ana'],
    ['its first letter before it was deleted', 'A [Ana]', 'Ana', 'Ana'],
    ['the text was deleted', 'a [Ana] b', '', ''],
    ['the text was written anew', 'oi [Ana]', 'bom dia', 'bom dia'],
    ['one of two was changed', '[Ana] e [Ana]', 'Bia e Ana', 'Bia e [Ana]'],
  ];
  for (const [name, before, edited, after] of cases) test(name, () => assert.equal(kept(before, edited), after));

  test('an edit of one part keeps every range outside it, as a simple second implementation says', () => {
    const part = fc.constantFrom('', ' ', '.', 'a ', ' b', 'Ana', 'oi ');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), part, part, fc.nat(), fc.nat(), (parts, by, last, from, length) => {
        const named = fromBrackets(`${parts.map((each) => `${each}.[Ana].`).join('')}${last}`);
        const start = from % (named.text.length + 1);
        const end = Math.min(named.text.length, start + (length % 6));
        const edited = `${named.text.slice(0, start)}-${by}-${named.text.slice(end)}`;
        const moved = edited.length - named.text.length;
        const outside = named.stretches
          .filter((each) => each.end <= start || each.start >= end)
          .map((each) => (each.end <= start ? each : { start: each.start + moved, end: each.end + moved }));
        assert.deepEqual(keepRanges(named, edited), outside);
      }),
    );
  });
});

test('a range is valid only if the text still has the name there as a separate word', () => {
  const truly = (bracketed: string, seller = 'Ana Lima') => {
    const named = fromBrackets(bracketed);
    return inBrackets({ ...named, stretches: validRanges(named, seller) });
  };
  assert.equal(truly('Oi, [Ana]! Aqui é [Ana]'), 'Oi, [Ana]! Aqui é [Ana]');
  assert.equal(truly('[Ana]'), '[Ana]');
  assert.equal(truly('[Ana] e [Bia], [Ana]'), '[Ana] e Bia, [Ana]');
  assert.equal(truly('[An]a e [Anab]ela'), 'Ana e Anabela');
  assert.equal(truly('[Ana]bela'), 'Anabela', 'a letter behind it');
  assert.equal(truly('Mari[Ana]'), 'MariAna', 'a letter before it');
  assert.equal(truly('Mari[Ana]bela'), 'MariAnabela', 'letters on both sides');
  assert.equal(truly('1[Ana]2'), '1[Ana]2', 'figures are no letters');
  assert.equal(truly('[Ana]', 'Bia'), 'Ana');
});

test('a person’s name is found as the first word and as a later word', () => {
  assert.equal(namesPerson({ text: 'Ana, oi', stretches: [] }, 'Ana Lima'), true);
  assert.equal(namesPerson({ text: 'Anabela e Ana', stretches: [] }, 'Ana Lima'), true);
  assert.equal(namesPerson({ text: 'MariAna', stretches: [] }, 'Ana Lima'), false);
  assert.equal(namesPerson({ text: 'bom dia', stretches: [] }, 'Ana Lima'), false);
});

/** Parses `oi [Ana]`: the text without its brackets, and a range for each pair of brackets. */
function fromBrackets(bracketed: string): NamedText {
  const parts = bracketed.split(/[[\]]/);
  const starts = parts.map((_, index) => parts.slice(0, index).join('').length);
  const stretches = parts.flatMap((part, index) => {
    const start = starts[index] as number;
    return index % 2 === 1 ? [{ start, end: start + part.length }] : [];
  });
  return { text: parts.join(''), stretches };
}

function inBrackets({ text, stretches }: NamedText): string {
  let from = 0;
  let bracketed = '';
  for (const { start, end } of stretches) {
    bracketed += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return bracketed + text.slice(from);
}
