/** Finds the area code (DDD) of a Brazilian city, for numbers that are written without one. */
import { foldText } from '#rules/core/plain-words.ts';
import { CODES_OF_STATE } from './area-code-cities.ts';

/**
 * Returns two digits; null if the state has several codes and the table lacks the city. `state`: two capital letters.
 */
export function areaCodeOfCity(city: string, state: string): string | null {
  const codes = CODES_OF_STATE[state];
  if (codes === undefined) return null;
  if (typeof codes === 'string') return codes;
  const name = foldText(city).replace(/[’'`]/g, ' ');
  return Object.keys(codes).find((code) => codes[code]?.includes(name)) ?? null;
}
