/** Waits until several readings are loaded, so that their parts appear at once and none pushes another down the screen. */
import { useEffect, useState } from 'react';
import type { Reading } from '#web/shell/api/query-cache/entry-store.ts';

/** After this time a slow reading no longer delays the others. */
export const LONGEST_WAIT_MS = 800;

/** Returns false until each reading has an answer or has failed, for at most `LONGEST_WAIT_MS`; then true for good. */
export function useAllLoaded(readings: readonly Reading[]): boolean {
  const [wasLoaded, setWasLoaded] = useState(false);
  const isLoaded = wasLoaded || readings.every(({ data, error }) => data !== undefined || error !== null);
  // The state stays true when a reading is dropped later, as by a new day: nothing disappears from the screen.
  if (isLoaded && !wasLoaded) setWasLoaded(true);
  useEffect(() => {
    const timer = setTimeout(() => setWasLoaded(true), LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLoaded;
}
