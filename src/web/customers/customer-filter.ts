/** Reads the customers that match the filter of the portfolio. The filter is dropped when the turn ends. */
import { useEffect, useRef, useState } from 'react';
import type { Customer } from '#web/shell/api/api-types.ts';
import { type CustomerFilter, readCustomers } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { type ShownPages, usePages } from '#web/shell/api/use-read.ts';

export const DAYS_OFFERED = [30, 60, 90] as const;

/** The server is asked after the seller has stopped typing for this long. */
const PAUSE_MS = 250;

/** The last answer stays on the screen until the next one is there. */
export function useCustomers(filter: CustomerFilter): ShownPages<Customer> {
  const asked = useDebounced(filter, PAUSE_MS);
  const { portfolio, quietForDays, query } = asked;
  const shown = usePages(`${keys.portfolio}/${portfolio}/${quietForDays}/${query}`, (cursor, signal) =>
    readCustomers(asked, cursor, signal),
  );
  const last = useRef(shown.data);
  useEffect(() => {
    if (shown.data) last.current = shown.data;
  }, [shown.data]);
  return shown.data || shown.error ? shown : { ...shown, data: last.current };
}

function useDebounced<T>(value: T, forMs: number): T {
  const [debounced, setDebounced] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return debounced;
}
