/** Tests of `slugFault`: the form of a slug, and the slugs that would hide a page of the support console. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugFault } from './brand-slug.ts';

test('a slug has 2 to 41 small letters, digits and hyphens, the first no hyphen', () => {
  for (const slug of ['ab', 'casa-clara', '3f', 'a'.repeat(41), 'lua-', 'ajuda-ja']) {
    assert.equal(slugFault(slug), null, slug);
  }
  for (const slug of ['', 'a', '-lua', 'Lua', 'lúa', 'lua nova', 'lua_nova', 'lua\n', 'a'.repeat(42)]) {
    assert.equal(slugFault(slug), 'slug_malformed', slug);
  }
});

test('a slug that is the name of a page of the console is reserved', () => {
  for (const slug of ['ajuda', 'chamados', 'conta', 'duas-etapas', 'equipe', 'interessados', 'marcas']) {
    assert.equal(slugFault(slug), 'slug_reserved', slug);
  }
});
