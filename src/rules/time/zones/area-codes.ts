/** Finds the zones of a phone number: Brazilian numbers by area code (DDD), others by country (C5). */
import { zonesOfCountry } from './country-zones.ts';

export interface NumberZones {
  /** The zone with the most inhabitants first; all of them count. */
  readonly zones: readonly string[];
  readonly from: 'area_code' | 'country';
}

/** Returns the zones of a number in E.164 (`+5592…`); null if its area code or country is unknown. */
export function zonesOfNumber(phone: string): NumberZones | null {
  const ddd = /^\+55(\d\d)/.exec(phone)?.[1];
  const zones = ddd === undefined ? zonesOfCountry(phone) : BY_DDD.get(ddd);
  return zones === undefined || zones === null ? null : { zones, from: ddd === undefined ? 'country' : 'area_code' };
}

/** The 67 area codes of the Brazilian numbering plan (Anatel), with their zones. */
export const DDDS: readonly (readonly [ddds: string, ...zones: string[]])[] = [
  ['11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38', 'America/Sao_Paulo'],
  ['41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 64', 'America/Sao_Paulo'],
  ['63', 'America/Araguaina'],
  ['65 66', 'America/Cuiaba'],
  ['67', 'America/Campo_Grande'],
  ['68', 'America/Rio_Branco'],
  ['69', 'America/Porto_Velho'],
  ['71 73 74 75 77', 'America/Bahia'],
  ['79 82', 'America/Maceio'],
  ['81', 'America/Recife', 'America/Noronha'],
  ['87', 'America/Recife'],
  ['83 84 85 86 88 89 98 99', 'America/Fortaleza'],
  ['91 94', 'America/Belem', 'America/Santarem'],
  ['93', 'America/Santarem', 'America/Belem'],
  ['92', 'America/Manaus'],
  ['95', 'America/Boa_Vista'],
  ['96', 'America/Belem'],
  ['97', 'America/Manaus', 'America/Eirunepe'],
];

const BY_DDD: ReadonlyMap<string, readonly string[]> = new Map(
  DDDS.flatMap(([ddds, ...zones]) => ddds.split(' ').map((ddd) => [ddd, zones] as const)),
);
