/** Tests the area codes of Brazilian cities. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CODES_OF_STATE } from './area-code-cities.ts';
import { areaCodeOfCity } from './city-area-code.ts';

test('the city decides in a state with several codes, in any spelling', () => {
  assert.equal(areaCodeOfCity('São Paulo', 'SP'), '11');
  assert.equal(areaCodeOfCity(' CAMPINAS ', 'SP'), '19');
  assert.equal(areaCodeOfCity("Santa Bárbara D'Oeste", 'SP'), '19');
  assert.equal(areaCodeOfCity('Fernando de Noronha', 'PE'), '81');
  assert.equal(areaCodeOfCity('Porto Alegre', 'RS'), '51');
});

test('a state with one code needs no city, and a small city of another state gives null', () => {
  assert.equal(areaCodeOfCity('Xapuri', 'AC'), '68');
  assert.equal(areaCodeOfCity('Holambra', 'SP'), null);
  assert.equal(areaCodeOfCity('Montevideo', 'UY'), null);
});

test('the same name in two states means two cities', () => {
  assert.equal(areaCodeOfCity('São José', 'SC'), '48');
  assert.equal(areaCodeOfCity('São José', 'SP'), null);
});

test('each city of the table is found by its listed name in its own state', () => {
  for (const [state, codes] of Object.entries(CODES_OF_STATE)) {
    if (typeof codes === 'string') continue;
    for (const [code, cities] of Object.entries(codes))
      for (const city of cities) assert.equal(areaCodeOfCity(city, state), code, `${city}, ${state}`);
  }
});
