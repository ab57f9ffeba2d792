/** Reads the number of a page from an address. */

/** A list is read page by page: an address that asks for a later page is not one that a list of 2,000 wrote. */
const LAST_PAGE = 100;

/** Returns the page that the text names, or 1 where it names none. */
export function readPageNumber(text: string): number {
  const page = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1;
  return page <= LAST_PAGE ? page : 1;
}
