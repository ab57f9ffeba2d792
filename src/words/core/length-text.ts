/** Formats a length of time in hours and minutes. The text is the same in every language. */

/** The length as "11 h", "11 h 30" or "45 min". `minutes` is a whole number, not negative. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
