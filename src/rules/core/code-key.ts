/** Normalises the codes of a brand's other systems, so that one record is found by every spelling of its code. */

/** Normalises a code. Codes that differ only in case and spaces are the same, because tills and spreadsheets write them differently. */
export function codeKey(code: string): string {
  return code.replace(/\s/g, '').toUpperCase();
}
