/**
 * Finds the zone of a Brazilian address, because a store or customer often has a city and a state instead of a zone
 * (C1, C2).
 */

import { foldText, plainWords } from '#rules/core/plain-words.ts';
import { SPLIT_STATES } from './brazil-cities.ts';

/**
 * `ambiguous`: the state has two zones and the city does not decide; the zone with the most inhabitants comes first.
 */
export type CityZone = { readonly zone: string } | { readonly ambiguous: readonly string[] };

/**
 * Returns the zone of a Brazilian city, by state code (`PE`) or name. Case, accents, hyphens and spaces do not matter.
 * Null if the state is not one of Brazil's 27.
 */
export function zoneOfCity(city: string | null | undefined, state: string | null | undefined): CityZone | null {
  const code = STATES.get(foldText(state ?? ''));
  if (code === undefined) return null;
  const zones = ZONES_OF_STATE[code];
  if (typeof zones === 'string') return { zone: zones };
  const candidates = CITIES.get(`${code} ${squeezed(city ?? '')}`) ?? (zones as readonly string[]);
  const [only, other] = candidates;
  return only !== undefined && other === undefined ? { zone: only } : { ambiguous: candidates };
}

/** The zone of each state, or its two zones, the one with the most inhabitants first. */
const ZONES_OF_STATE: Readonly<Record<string, string | readonly string[]>> = {
  AC: 'America/Rio_Branco',
  AL: 'America/Maceio',
  AM: ['America/Manaus', 'America/Eirunepe'],
  AP: 'America/Belem',
  BA: 'America/Bahia',
  CE: 'America/Fortaleza',
  DF: 'America/Sao_Paulo',
  ES: 'America/Sao_Paulo',
  GO: 'America/Sao_Paulo',
  MA: 'America/Fortaleza',
  MG: 'America/Sao_Paulo',
  MS: 'America/Campo_Grande',
  MT: 'America/Cuiaba',
  PA: ['America/Belem', 'America/Santarem'],
  PB: 'America/Fortaleza',
  PE: ['America/Recife', 'America/Noronha'],
  PI: 'America/Fortaleza',
  PR: 'America/Sao_Paulo',
  RJ: 'America/Sao_Paulo',
  RN: 'America/Fortaleza',
  RO: 'America/Porto_Velho',
  RR: 'America/Boa_Vista',
  RS: 'America/Sao_Paulo',
  SC: 'America/Sao_Paulo',
  SE: 'America/Maceio',
  SP: 'America/Sao_Paulo',
  TO: 'America/Araguaina',
};

const STATE_NAMES: Readonly<Record<string, string>> = {
  AC: 'Acre',
  AL: 'Alagoas',
  AM: 'Amazonas',
  AP: 'Amapá',
  BA: 'Bahia',
  CE: 'Ceará',
  DF: 'Distrito Federal',
  ES: 'Espírito Santo',
  GO: 'Goiás',
  MA: 'Maranhão',
  MG: 'Minas Gerais',
  MS: 'Mato Grosso do Sul',
  MT: 'Mato Grosso',
  PA: 'Pará',
  PB: 'Paraíba',
  PE: 'Pernambuco',
  PI: 'Piauí',
  PR: 'Paraná',
  RJ: 'Rio de Janeiro',
  RN: 'Rio Grande do Norte',
  RO: 'Rondônia',
  RR: 'Roraima',
  RS: 'Rio Grande do Sul',
  SC: 'Santa Catarina',
  SE: 'Sergipe',
  SP: 'São Paulo',
  TO: 'Tocantins',
};

/** Maps folded codes and names to the code. */
const STATES: ReadonlyMap<string, string> = new Map(
  Object.entries(STATE_NAMES).flatMap(([code, name]) => [
    [foldText(code), code],
    [foldText(name), code],
  ]),
);

/** Maps "PE recife" to the city's zones, for the states that have two. */
const CITIES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SPLIT_STATES).flatMap(([code, parts]) =>
    parts.flatMap(({ zones, cities }) =>
      cities.split(',').map((city) => [`${code} ${squeezed(city)}`, zones] as const),
    ),
  ),
);

/** Returns a city's name for comparison: "Igarapé-Miri" and "IGARAPE MIRI" are the same city. */
function squeezed(city: string): string {
  return plainWords(city).join('');
}
