/** Tests which language an `Accept-Language` header gives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickLanguage } from './language.ts';

const HEADERS: readonly (readonly [header: string | undefined, language: string])[] = [
  [undefined, 'pt-BR'],
  ['', 'pt-BR'],
  ['pt-PT,pt;q=0.9', 'pt-BR'],
  ['en-US,en;q=0.9,pt;q=0.8', 'en'],
  ['es-419', 'es'],
  ['ES', 'es'],
  ['de-DE,fr;q=0.9', 'pt-BR'],
  ['de, en;q=0.5, es;q=0.7', 'es'],
  ['en;q=0.5,es;q=0.5', 'en'],
  ['en;q=0,*', 'pt-BR'],
  ['en;q=0', 'pt-BR'],
  ['*', 'pt-BR'],
  ['en;q=abc, es;q=0.1', 'es'],
  ['en;q=7', 'pt-BR'],
  [';;;,,q=1', 'pt-BR'],
];

for (const [header, language] of HEADERS) {
  test(`Accept-Language ${JSON.stringify(header)} gives ${language}`, () => {
    assert.equal(pickLanguage(header), language);
  });
}
