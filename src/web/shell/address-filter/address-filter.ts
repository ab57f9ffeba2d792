/** Keeps what was typed, filtered and sorted of a list in the address: a reload, the browser's way back and a copied link show the same list. */
import { useEffect, useState } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { type Filter, type FilterChoices, queryOf, readFilter } from './filter-query.ts';

/** The last query of each list, so that the links back to a list lead to what was found. */
const lastQueries = new Map<string, string>();

/** Returns the address of a list with what was last typed, filtered and sorted there. */
export function listHref(path: string): string {
  return `${path}${lastQueries.get(path) ?? ''}`;
}

/**
 * Returns the filter of the list at `path` and the function that changes it. `usual` has the values that are not written
 * into the address; `choices` lists the values that fields with a choice may have, so that an address that somebody typed breaks nothing.
 */
export function useAddressFilter<F extends Filter<F>>(
  path: string,
  usual: F,
  choices: FilterChoices<F>,
): readonly [F, (part: Partial<F>) => void] {
  const search = useSearch();
  const [kept, setKept] = useState({ search, filter: readFilter(search, usual, choices) });
  // Somebody went back, or pressed the link of this list in the navigation.
  const shown = kept.search === search ? kept : { search, filter: readFilter(search, usual, choices) };
  if (shown !== kept) setKept(shown);
  const query = queryOf(shown.filter, usual);
  useEffect(() => void lastQueries.set(path, query), [path, query]);
  const change = (part: Partial<F>) => {
    const filter = { ...shown.filter, ...part };
    const next = queryOf(filter, usual);
    setKept({ search: next, filter });
    navigate(`${path}${next}`, { replace: true });
  };
  return [shown.filter, change];
}
