/** Defines the counted figures of a week, and when those of two weeks can be compared (decision 0064). */
import type { Figures } from './figures.ts';

export interface NamedStore {
  readonly id: string;
  readonly name: string;
}

/** The figures of a store in a week. `quietEvenings`: the number of dates whose evening had quiet hours. */
export interface StoreWeek extends NamedStore {
  readonly figures: Figures;
  readonly quietEvenings: number;
}

export interface CountedWeek {
  readonly figures: Figures;
  /** The stores that were counted, in a fixed order. */
  readonly stores: readonly StoreWeek[];
}

/** Whether anything happened in the week. */
export function hasData({ attempts, sent, putOff }: Figures): boolean {
  return attempts + sent + putOff > 0;
}

/** Returns the number of the stores' evenings that had quiet hours. */
export function quietEvenings(stores: readonly StoreWeek[]): number {
  return stores.reduce((sum, each) => sum + each.quietEvenings, 0);
}

/**
 * Whether figures that depend on quiet hours can be compared: only if both weeks had as many quiet evenings. Otherwise the
 * week in which quiet hours began would look worse than the one before.
 */
export function haveSameEvenings(stores: readonly StoreWeek[], earlier: readonly StoreWeek[]): boolean {
  return quietEvenings(stores) === quietEvenings(earlier);
}

/**
 * Whether a count is clearly higher than another one: by more than twice the square root of both together, which chance
 * alone brings about in one week of forty. Five against none is the least difference that counts.
 */
export function isClearlyHigher(count: number, than: number): boolean {
  return count - than > 2 * Math.sqrt(count + than);
}
