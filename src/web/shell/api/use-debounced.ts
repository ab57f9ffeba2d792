/** Delays a value until it has not changed for a while, so that half-typed text is not sent. */
import { useEffect, useState } from 'react';

/** Returns the value after it has not changed for `ms`; the first value is returned at once. */
export function useDebounced<T>(value: T, ms: number): T {
  const [debounced, setStill] = useState(value);
  useEffect(() => {
    if (value === debounced) return;
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, debounced, ms]);
  return debounced;
}
