/** Tests which files of the built app a server serves. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Fastify from 'fastify';
import { serveWeb } from './static-files.ts';

const root = mkdtempSync(join(tmpdir(), 'oto-web-'));
mkdirSync(join(root, 'assets'));
for (const file of [
  'index.html',
  'assets/app-1.js',
  'assets/demo-bar-1.js',
  'assets/demo-bar-1.css',
  'assets/demo.en-1.js',
])
  writeFileSync(join(root, file), file);
after(() => rmSync(root, { recursive: true }));

async function statusesOf(demo: boolean): Promise<Record<string, number>> {
  const app = Fastify();
  await serveWeb(app, root, demo);
  const paths = ['/', '/assets/app-1.js', '/assets/demo-bar-1.js', '/assets/demo-bar-1.css', '/assets/%64emo.en-1.js'];
  const answers = await Promise.all(paths.map((path) => app.inject(path)));
  await app.close();
  return Object.fromEntries(paths.map((path, i) => [path, answers[i]?.statusCode ?? 0]));
}

describe('the files of the demo bar', () => {
  it('are served in the demo', async () => {
    assert.deepEqual(new Set(Object.values(await statusesOf(true))), new Set([200]));
  });

  it('are not served in production, even if their path is percent-encoded; all other files are', async () => {
    assert.deepEqual(await statusesOf(false), {
      '/': 200,
      '/assets/app-1.js': 200,
      '/assets/demo-bar-1.js': 404,
      '/assets/demo-bar-1.css': 404,
      '/assets/%64emo.en-1.js': 404,
    });
  });
});
