/** Compares two values for sorting. */

/** Returns a negative number if `a` comes before `b`, a positive one if it comes after, and 0 if they are equal. */
export function compare<T extends number | string>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}
