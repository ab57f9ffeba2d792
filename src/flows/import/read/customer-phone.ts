/** Reads the number of a customer row, using its columns for area code and country code, and notes every assumption. */
import type { RowNote } from '#contract/import/import-report.ts';
import { type Phone, readPhone } from '#flows/customers/phone/read-phone.ts';
import type { Findings } from '#flows/import/findings.ts';
import type { CustomerField } from './columns.ts';
import type { Row } from './read-table.ts';

const PHONE_NOTES = {
  missing: 'phone_missing',
  unreadable: 'phone_unreadable',
  invalid: 'phone_invalid',
  placeholder: 'phone_placeholder',
  mangled: 'phone_mangled',
  area_code_unknown: 'phone_area_code_unknown',
} as const satisfies Record<string, RowNote>;

/**
 * Reads the number. `storeAreaCode` is for numbers without an area code in the cell or in a column of its own; null
 * where it is not known.
 */
export function phoneOf(
  row: Row<CustomerField>,
  storeAreaCode: string | null,
  findings: Findings<CustomerField>,
): Phone | null {
  const written = /^0?([1-9]\d)(?:[.,]0+)?$/.exec(row.cells.areaCode.replace(/[()\s]/g, ''))?.[1] ?? null;
  const phone = readPhone(withCountryCode(row), written ?? storeAreaCode);
  if (typeof phone === 'string') {
    findings.note(row, 'phone', PHONE_NOTES[phone]);
    return null;
  }
  if (phone.kind === 'landline') findings.note(row, 'phone', 'phone_landline');
  if (phone.others !== undefined) findings.note(row, 'phone', 'phone_several', phone.e164);
  if (phone.assumed.includes('area_code') && written === null) {
    findings.note(row, 'phone', 'phone_area_code_assumed', phone.e164.slice(3, 5));
  }
  if (phone.assumed.includes('ninth_digit')) findings.note(row, 'phone', 'phone_ninth_digit_added');
  return phone;
}

/** Returns the cell with the country code of a separate column before the number, unless the number has a country code already. */
function withCountryCode({ cells }: Row<CustomerField>): string {
  const code = cells.countryCode
    .replace(/(?<=\d)[.,]0+$/, '')
    .replace(/\D/g, '')
    .replace(/^00/, '');
  if (code === '' || code === '55' || /\+/.test(cells.phone.normalize('NFKC'))) return cells.phone;
  const digits = cells.areaCode.replace(/\D/g, '') + cells.phone;
  return cells.phone === ''
    ? ''
    : `+${code} ${cells.phone.replace(/\D/g, '').startsWith(code) ? cells.phone.replace(code, '') : digits}`;
}
