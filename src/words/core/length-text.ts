/** How long something lasts, in hours and minutes: the same in every language. */

/** "11 h", "11 h 30", "45 min". Whole minutes, not negative. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
