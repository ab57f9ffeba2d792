/** Tests to which entry of the navigation an address belongs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brandPlaceOf, supportPlaceOf } from './nav-places.ts';

test('an address of the brand’s app belongs to one entry of its navigation, and an unknown address to none', () => {
  const places = {
    '/panorama': 'panorama',
    '/panorama/lista': 'panorama',
    '/panorama/antes-e-depois': 'panorama',
    '/panorama/apos-o-aviso': 'panorama',
    '/panorama/distribuicao': 'panorama',
    '/': 'panorama',
    '/politica': 'policy',
    '/acessos': 'policy',
    '/privacidade': 'policy',
    '/tentativas': 'attempts',
    '/tentativas/01990000': 'attempts',
    '/chamados/01990000': 'tickets',
    '/chamados/': 'tickets',
    '/lojas': 'stores',
    '/lojas/01990000': 'stores',
    '/equipe': 'team',
    '/equipe/pins': 'team',
    '/equipe/01990000/carteira': 'team',
    '/dia': 'day',
    '/dia/01990000': 'day',
    '/ajuda/horario-de-silencio': 'help',
    '/conta': null,
    '/loja': null,
    '/chamados/a/b': null,
    '/diario': null,
    '/ajuda': null,
  };
  for (const [path, place] of Object.entries(places)) assert.equal(brandPlaceOf(path), place, path);
});

test('an address of the console belongs to one entry of its navigation, and an unknown address to none', () => {
  const places = {
    '/suporte': 'brands',
    '/suporte/': 'brands',
    '/suporte/aurora': 'brands',
    '/suporte/aurora/tentativas/01990000': 'brands',
    '/suporte/chamados': 'tickets',
    '/suporte/chamados/01990000': 'tickets',
    '/suporte/interessados': 'leads',
    '/suporte/ajuda/artigo': 'help',
    '/suporte/conta': null,
    '/suporte/marcas/nova': 'brands',
    '/suporte/equipe': 'team',
    '/suporte/marcas/velha': null,
    '/suporte/aurora/loja': null,
    '/suporte/chamados/a/b': null,
  };
  for (const [path, place] of Object.entries(places)) assert.equal(supportPlaceOf(path), place, path);
});
