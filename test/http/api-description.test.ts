/** Tests that the description of the API is served only where a setting asks for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBareApp } from '#kit/bare-app.ts';

test('without the setting, /docs and /openapi.json are answered 404', async () => {
  const { base } = await openBareApp({ routes: [], docs: false });
  for (const path of ['/docs', '/docs/', '/docs/json', '/docs/static/index.html', '/openapi.json']) {
    assert.equal((await fetch(base + path)).status, 404, path);
  }
});

test('with the setting, /docs and /openapi.json are served', async () => {
  const { base } = await openBareApp({ routes: [], docs: true });
  for (const path of ['/docs', '/openapi.json']) assert.equal((await fetch(base + path)).status, 200, path);
});
