/** Waits for several readings, so that what is drawn of them is drawn at once and none pushes another down the screen. */
import { useEffect, useState } from 'react';
import type { Reading } from '#web/shell/api/query-cache/entry-store.ts';

/** A reading that takes longer than this holds no other up. */
export const LONGEST_WAIT_MS = 800;

/** False until each reading has an answer or has failed, for at most `LONGEST_WAIT_MS`; from then on true. */
export function useTogether(readings: readonly Reading[]): boolean {
  const [isOver, setOver] = useState(false);
  const isTogether = isOver || readings.every(({ data, error }) => data !== undefined || error !== null);
  // A reading that is forgotten later, as by a new day, takes nothing off the screen.
  if (isTogether && !isOver) setOver(true);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), LONGEST_WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return isTogether;
}
