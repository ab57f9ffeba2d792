/** The area code (DDD) of a Brazilian city, for numbers written without one: the numbering plan's part that shops need. */
import { folded } from '#rules/core/plain-words.ts';
import { CODES_OF_STATE } from './area-code-cities.ts';

/**
 * Two digits, or null where the state has several codes and the city is none of the larger ones here.
 * `state`: two capitals.
 */
export function areaCodeOfCity(city: string, state: string): string | null {
  const codes = CODES_OF_STATE[state];
  if (codes === undefined) return null;
  if (typeof codes === 'string') return codes;
  const name = folded(city).replace(/[’'`]/g, ' ');
  return Object.keys(codes).find((code) => codes[code]?.includes(name)) ?? null;
}
