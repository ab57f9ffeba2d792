/** Tells how long warnings were read: the median, and how many were read for how long. */

/** The seconds from which each band begins. A warning can be acknowledged for two minutes (D13). */
export const READ_BANDS = [0, 5, 15, 30, 60] as const;

/** So many contacts whose warning was read for so many whole seconds. */
export interface ReadCount {
  readonly seconds: number;
  readonly contacts: number;
}

/** Returns the lower median in whole seconds; null where nothing was read. */
export function medianRead(counts: readonly ReadCount[]): number | null {
  const all = counts.reduce((sum, { contacts }) => sum + contacts, 0);
  let seen = 0;
  for (const { seconds, contacts } of counts.toSorted((a, b) => a.seconds - b.seconds)) {
    seen += contacts;
    if (all > 0 && seen * 2 >= all) return seconds;
  }
  return null;
}

/** Returns the contacts of each band. */
export function readBands(counts: readonly ReadCount[]): readonly { fromSeconds: number; contacts: number }[] {
  return READ_BANDS.map((fromSeconds, band) => {
    const end = READ_BANDS[band + 1] ?? Number.POSITIVE_INFINITY;
    const within = counts.filter(({ seconds }) => seconds >= fromSeconds && seconds < end);
    return { fromSeconds, contacts: within.reduce((sum, { contacts }) => sum + contacts, 0) };
  });
}
