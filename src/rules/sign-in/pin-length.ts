/** Defines the length of PINs. A manager's PIN opens the whole store's record, so four digits are too few for it. */

export const LONGEST_PIN = 8;
const SHORTEST_PIN = 4;
const SHORTEST_MANAGER_PIN = 6;

/** Returns the fewest digits of a person's PIN. The demo prints four-digit PINs for all roles. */
export function shortestPin(role: string, demo: boolean): number {
  return role === 'store_manager' && !demo ? SHORTEST_MANAGER_PIN : SHORTEST_PIN;
}
