/** Tests that English sentences use one term for each thing: "quiet hours" and "on WhatsApp". */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const folder = join(import.meta.dirname, '..');
const FORBIDDEN =
  /\bsilen(?:t|ce)\b|\bquiet (?:time|period)\b|\b(?:send|sent|contact|talk|message|write|reply)\w* (?:by|via|through|over|with|in) WhatsApp/i;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"/g;

/**
 * All string literals of the catalogues, comments left out. Portuguese and Spanish write "silêncio" and "silencio", so
 * one pattern can check the files of all three languages.
 */
function sentences(): { file: string; text: string }[] {
  return globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] }).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line))
      .flatMap((line) => line.match(LITERAL) ?? [])
      .filter((text) => text.includes(' '))
      .map((text) => ({ file, text })),
  );
}

test('English sentences say "quiet hours" and "on WhatsApp", and use no other term for them', () => {
  const all = sentences();
  assert.ok(
    all.some(({ text }) => text === "'Send on WhatsApp'"),
    'the catalogues are read',
  );
  assert.deepEqual(
    all.filter(({ text }) => FORBIDDEN.test(text)),
    [],
  );
});

test('no sentence calls an hour a good one for a conversation, because a brand without quiet hours may read it at night', () => {
  assert.deepEqual(
    sentences().filter(({ text }) =>
      /boa hora para conversar|good time to (?:talk|chat)|buen(?:a hora| momento) para (?:hablar|conversar)/i.test(
        text,
      ),
    ),
    [],
  );
});
