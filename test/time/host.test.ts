/** T11: tests with `npm run quiet -- --jsonl` that the zone and language of the process do not change an answer. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { vectorsOf } from './vectors.ts';

const files = [vectorsOf('quiet-hours'), vectorsOf('quiet-hours-historic')];
const asked = files.map(({ text }) => text).join('');
const answers = files.flatMap(({ vectors }) =>
  vectors.map(({ id, quiet, changesAt }) => `${JSON.stringify({ id, quiet, changesAt })}\n`),
);

for (const [zone, language] of [
  ['UTC', 'C'],
  ['America/Sao_Paulo', 'pt_BR.UTF-8'],
  ['Asia/Tokyo', 'ja_JP.UTF-8'],
  ['Pacific/Apia', 'ar_SA.UTF-8'],
] as const) {
  test(`T11: all 1,926 vectors get the same bytes with TZ=${zone} and LANG=${language}`, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '..', '..', 'src', 'main', 'time', 'quiet-cli.ts'), '--jsonl'],
      { input: asked, encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language } },
    );
    assert.equal(status, 0, stderr);
    assert.equal(stdout, answers.join(''));
  });
}
