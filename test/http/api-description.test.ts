/** The description of the API is served only where it is wanted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBareApp } from '#kit/bare-app.ts';

test('without the setting there is neither /docs nor /openapi.json', async () => {
  const { base } = await openBareApp({ routes: [], docs: false });
  for (const path of ['/docs', '/docs/', '/docs/json', '/docs/static/index.html', '/openapi.json']) {
    assert.equal((await fetch(base + path)).status, 404, path);
  }
});

test('with the setting both are served', async () => {
  const { base } = await openBareApp({ routes: [], docs: true });
  for (const path of ['/docs', '/openapi.json']) assert.equal((await fetch(base + path)).status, 200, path);
});
