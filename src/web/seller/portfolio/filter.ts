/** What is looked for in the portfolio; it leaves the screen with the turn. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type CustomerFilter, readCustomers } from '#web/api/customers.ts';
import { keys } from '#web/api/queries.ts';

export const EVERYBODY: CustomerFilter = { query: '', portfolio: 'mine', quietForDays: 0 };
export const DAYS_OFFERED = [30, 60, 90] as const;

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 250;

export function useCustomers(filter: CustomerFilter) {
  const asked = useSettled(filter, PAUSE_MS);
  return useInfiniteQuery({
    queryKey: [...keys.portfolio, asked],
    queryFn: ({ pageParam, signal }) => readCustomers(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

function useSettled<T>(value: T, forMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
