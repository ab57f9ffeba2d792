/** Damages requests as an attacker or a broken client would: unusual text, extreme instants, wrong types, forged cursors. */
import type { Chance } from '#chaos/seeded-random.ts';

/** Texts that the database or UTF-8 cannot store unchanged. */
const UNSTORABLE: readonly string[] = ['\0', 'a\0b', 'Oi\0', '\ud800', 'a\udc00b', '\ud83d\ude00\ud83d'];

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u202e\ufeff\u0001',
  'null',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '%_\\',
  'x'.repeat(5_000),
  '😀'.repeat(60),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

const INSTANTS: readonly string[] = [
  '0000-01-01T00:00:00Z',
  '0000-01-01T00:00:00+23:59',
  '0001-01-01T00:00:00.000Z',
  '1582-10-10T00:00:00Z',
  '1969-12-31T23:59:59.999Z',
  '2200-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-11-20T23:59:60Z',
  `2026-11-20T12:00:00.${'9'.repeat(200)}Z`,
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
];

const NUMBERS: readonly number[] = [-1, 0, 0.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324];

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const UNKNOWN = '019aa000-0000-7000-8000-000000000000';
const CURSORS: readonly string[] = [
  'x',
  '####',
  cursorOf(null),
  cursorOf({}),
  cursorOf([]),
  cursorOf([1, 2, 3]),
  cursorOf(['\0', UNKNOWN]),
  cursorOf(['a\ud800', UNKNOWN]),
  cursorOf([1e300, UNKNOWN]),
  cursorOf([1.5, UNKNOWN]),
  cursorOf([-1, UNKNOWN]),
  cursorOf([2 ** 31, UNKNOWN]),
  cursorOf([8.64e15, UNKNOWN]),
  cursorOf([Date.UTC(9999, 11, 31), UNKNOWN]),
  cursorOf([null, UNKNOWN]),
  cursorOf(['a', 'b']),
  cursorOf([0, 2 ** 53]),
  cursorOf([0, 1e20]),
  `${cursorOf(['a', UNKNOWN])}=`,
  Buffer.from([0x5b, 0x22, 0xff, 0xfe, 0x22, 0x5d]).toString('base64url'),
];

/** Returns one hostile text for a query parameter, a path parameter or a field. */
export function hostileText(name: string, chance: Chance): string {
  if (name === 'cursor' && chance.happens(80)) return chance.pick(CURSORS);
  return chance.pick(
    { unstorable: UNSTORABLE, odd: TEXTS, instant: INSTANTS }[
      chance.pickWeighted({ unstorable: 4, odd: 3, instant: 3 })
    ],
  );
}

/** Replaces, adds or removes one or two parts of a JSON value. */
export function mutate(value: unknown, chance: Chance): unknown {
  const once = mutateOnce(value, chance);
  return chance.happens(25) ? mutateOnce(once, chance) : once;
}

function mutateOnce(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(5)) return hostileValue('', chance);
  if (Array.isArray(value)) {
    if (value.length === 0) return [hostileValue('', chance)];
    const at = chance.below(value.length);
    return value.map((item, i) => (i === at ? mutateOnce(item, chance) : item));
  }
  const names = Object.keys(value);
  if (names.length === 0 || chance.happens(10)) return { ...value, [chance.pick(NAMES)]: hostileValue('', chance) };
  const name = chance.pick(names);
  const { [name]: old, ...others } = value as Record<string, unknown>;
  if (chance.happens(10)) return others;
  const nested = typeof old === 'object' && old !== null && chance.happens(70);
  return { ...others, [name]: nested ? mutateOnce(old, chance) : hostileValue(name, chance) };
}

const NAMES = ['extra', '', 'constructor', 'a\0b', '\ud800', 'toString', 'x'.repeat(300)] as const;

function hostileValue(name: string, chance: Chance): unknown {
  switch (chance.pickWeighted({ text: 60, number: 12, other: 20, deep: 3, wide: 5 })) {
    case 'text':
      return hostileText(name, chance);
    case 'number':
      return chance.pick(NUMBERS);
    case 'deep':
      return deep(chance.pick([20, 40, 500]));
    case 'wide':
      return Array.from({ length: 3_000 }, (_, i) => i);
    default:
      return chance.pick<unknown>([null, true, false, [], {}, [[]], [null], { a: 1 }]);
  }
}

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
}

/** Damages a body's text itself, which no JSON value can express. */
export function damageText(text: string, chance: Chance): string | Buffer {
  switch (chance.pickWeighted({ cut: 3, prototype: 3, deep: 1, bytes: 2, number: 1, bom: 1 })) {
    case 'cut':
      return text.slice(0, chance.below(text.length + 1));
    case 'prototype':
      return text.replace(/^\{/, chance.pick(['{"__proto__":{"x":1},', '{"constructor":{"prototype":{"x":1}},']));
    case 'deep':
      return `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    case 'bytes':
      return Buffer.concat([
        Buffer.from(text.slice(0, -2)),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(text.slice(-2)),
      ]);
    case 'number':
      return text.replace(/\d+|"[^"]*"(?=[,}])/, '1e999');
    default:
      return `\ufeff${text}`;
  }
}
