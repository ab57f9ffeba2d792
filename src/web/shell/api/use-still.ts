/** A value that waits until it has not changed for a while, so that half-typed text is not asked for. */
import { useEffect, useState } from 'react';

/** The value once it has stood still; the first one at once. */
export function useStill<T>(value: T, ms: number): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    if (value === still) return;
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, still, ms]);
  return still;
}
