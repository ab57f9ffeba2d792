/** Keeps the page of a list in its address, beside what was typed, filtered and sorted. */
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import type { Filter, FilterChoices } from '#web/shell/address-filter/filter-query.ts';
import { readPageNumber } from './page-number.ts';

export interface PagedFilter<F> {
  readonly filter: F;
  /** Changes the filter; a list that was filtered or sorted anew begins at its first page. */
  readonly setFilter: (part: Partial<F>) => void;
  /** The page that was asked for; the first is 1. */
  readonly page: number;
  readonly setPage: (page: number) => void;
}

export function usePagedFilter<F extends Filter<F> & { readonly page: string }>(
  path: string,
  usual: F,
  choices: FilterChoices<F>,
): PagedFilter<F> {
  const [filter, set] = useAddressFilter<F>(path, usual, choices);
  return {
    filter,
    setFilter: (part) => set({ page: usual.page, ...part }),
    page: readPageNumber(filter.page),
    setPage: (page) => set({ page: String(page) } as Partial<F>),
  };
}
