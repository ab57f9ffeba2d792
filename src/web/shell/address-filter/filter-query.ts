/** Writes the filter of a list into the query of an address, and reads it back. */

/** A filter is made of texts. */
export type Filter<F> = { readonly [K in keyof F]: string };

/** The values that a field with a choice may have; other fields may have any text. */
export type FilterChoices<F> = { readonly [K in keyof F]?: readonly F[K][] };

/** Reads a filter from the query of an address; what is missing or unknown is as usual. */
export function readFilter<F extends Filter<F>>(search: string, usual: F, choices: FilterChoices<F>): F {
  const asked = new URLSearchParams(search);
  const names = Object.keys(usual) as (keyof F & string)[];
  const read = names.map((name) => {
    const value = asked.get(name);
    const known: readonly string[] | undefined = choices[name];
    const isUsable = value !== null && (known === undefined ? value.length <= MOST_LETTERS : known.includes(value));
    return [name, isUsable ? value : usual[name]];
  });
  return Object.fromEntries(read) as F;
}

/** Writes the fields that are not as usual as the query of an address; empty where all are. */
export function queryOf<F extends Filter<F>>(filter: F, usual: F): string {
  const names = Object.keys(usual) as (keyof F & string)[];
  const written = names.filter((name) => filter[name] !== usual[name]).map((name) => [name, filter[name]]);
  const query = new URLSearchParams(written as string[][]).toString();
  return query === '' ? '' : `?${query}`;
}

/** The longest text of a search; a longer one in an address is not one that was typed here. */
const MOST_LETTERS = 80;
