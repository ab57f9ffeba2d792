/** The sentences about faults and notes of an imported file, in English. */
import type { FileFaultWords, FindingWords, PlaceWords } from './finding-words.ts';

export const place: PlaceWords = {
  line: (line) => `line ${line}`,
  cell: (line, column) => `line ${line}, column ${column}`,
};

export const findings: FindingWords = {
  too_few_cells: (_, n) => `columns are missing (${n} fewer than in the header)`,
  quotes_unclear: () =>
    'the quotes here can be read in two ways: perhaps a stray quote, perhaps a text of several lines; correct the quotes',
  too_many_cells: (_, n) =>
    `there are too many columns (${n} more than in the header); perhaps a separator inside a text`,
  code_missing: () => 'the code is missing',
  code_twice: (value, line) => `the code ${value} is already in line ${line}, with other data`,
  code_mangled: (value) => `the spreadsheet turned the code into a power of ten (${value}); keep the column as text`,
  name_missing: () => 'the name is missing',
  name_too_long: (_, most) => `the name has more than ${most} letters`,
  text_too_long: (_, most) => `the text has more than ${most} letters`,
  store_missing: () => 'the store is missing',
  store_unknown: (value) => `the store ${value} does not exist in this brand`,
  store_closed: (value) => `the store ${value} was closed for good; use another code`,
  seller_unknown: (value) => `the seller ${value} does not exist in this brand`,
  customer_missing: () => 'the customer is missing',
  customer_unknown: (value) => `the customer ${value} does not exist in this brand`,
  customer_unidentified: () => 'without a code and a phone number the customer cannot be recognised',
  permission_unclear: (value) => `${value} may mean yes or no; write yes or no`,
  refusal_in_refused_row: () =>
    'this refused row has a request to receive no messages; correct the row so that the request counts',
  state_invalid: (value) => `${value} is not the abbreviation of a state (SP, AM…)`,
  city_missing: () => 'the city is missing',
  zone_invalid: (value) => `${value} is not a known time zone (America/Manaus, for example)`,
  zone_not_derived: (_, zones) =>
    zones === ''
      ? 'the time zone is missing, and the state does not tell which one it is'
      : `the time zone is missing: the state has several (${zones}), and the city does not tell which one`,
  hours_unreadable: (value) => `${value} is not a time (10:00, for example) that fits here`,
  role_unreadable: (value) => `${value} is not a known role (seller, manager)`,
  active_unreadable: (value) => `${value} does not say whether the person works in the store (yes, no)`,
  date_missing: () => 'the date is missing',
  date_impossible: (value) => `the day ${value} does not exist`,
  date_unreadable: (value) => `${value} is not a date (31/12/2026)`,
  date_ambiguous: (value) =>
    `${value} may be day/month or month/day: the column mixes both; write the date as 2026-12-31`,
  amount_missing: () => 'the amount is missing',
  amount_unreadable: (value) => `${value} is not an amount (1.234,56)`,
  amount_ambiguous: (value) => `${value} has three digits at the end: thousands or decimals? Write two (1.234,56)`,
  amount_negative: (value) => `${value} is negative; returns are not imported`,
  amount_too_large: (value) => `${value} is too high for one purchase; perhaps the comma is missing`,

  row_twice: (_, line) => `the row equals line ${line}; it counts once`,
  stray_quote: () =>
    'there is a stray quote in the text; it was read as part of the text, and the row ends with its line',
  cell_of_lines: () => 'a quoted text contains separators and line breaks; it was read as one cell',
  text_damaged: (value) => `${value} had lost letters before it arrived (�); it is imported as it is`,
  zone_derived: (_, zone) => `time zone derived from city and state: ${zone}`,
  hours_half_given: () => 'only one of the two times; the store counts as closed on that day',
  phone_missing: () => 'no phone number; imported without WhatsApp',
  phone_unreadable: (value) => `${value} is not a phone number; imported without WhatsApp`,
  phone_invalid: (value) => `the number ${value} does not exist in the numbering plan; imported without WhatsApp`,
  phone_placeholder: (value) => `the number ${value} only fills the cell; imported without WhatsApp`,
  phone_mangled: (value) =>
    `the spreadsheet turned the number into a power of ten (${value}); imported without WhatsApp. Keep the column as text`,
  phone_several: (value, taken) => `there is more than one mobile number (${value}); ${taken} is used`,
  phone_landline: (value) => `the number ${value} is a landline; it is kept, without WhatsApp`,
  phone_area_code_assumed: (value, code) => `the number ${value} had no area code; ${code} is used`,
  phone_area_code_unknown: (value) =>
    `the number ${value} had no area code, and the store’s is not known; imported without WhatsApp`,
  phone_ninth_digit_added: (value) => `the mobile number ${value} is from before the ninth digit; the 9 was added`,
  phone_of_another: (value, holder) =>
    `the number ${value} already belongs to another person (${holder}); this customer is imported without WhatsApp`,
  duplicate: (_, holder) => `same number and same name as ${holder}; one customer remains`,
  permission_not_understood: (value) => `${value} is not a clear yes; it counts as a request to receive no messages`,
  refusal_wins: (value) => `another cell of this row refuses messages and ${value} permits them; the refusal counts`,
  refusal_in_text: (_, text) => `the text “${text}” asks to receive no messages; it counts as a refusal`,
  refusal_of_refused_row: (_, line) =>
    `line ${line}, of the same customer or number, asks to receive no messages; the request counts`,
  permission_kept: (_, refuser) =>
    refuser === ''
      ? 'there was already a request to receive no messages; only a later date of permission lifts it'
      : `the same number asked to receive no messages (${refuser}); the request counts`,
  permission_day_unreadable: (value) => `${value} is no date of permission; the permission has no date`,
  birth_date_impossible: (value) => `the day ${value} does not exist; imported without a birthday`,
  birth_date_unreadable: (value) => `${value} is not a date; imported without a birthday`,
  birth_date_ambiguous: (value) => `${value} may be day/month or month/day; imported without a birthday`,
  birth_date_out_of_range: (value) => `nobody was born on ${value}; imported without a birthday`,
  since_date_unreadable: (value) => `${value} is no date; imported without it`,
  email_unreadable: (value) => `${value} is not an e-mail address; imported without it`,
  seller_of_other_store: (value) => `the seller ${value} is of another store; the customer has no seller`,
  erased: () => 'this customer was erased on request and does not come back',
  date_in_future: (value) => `the date ${value} is in the future; imported as it is`,
};

export const fileFaults: FileFaultWords = {
  empty: () => 'the file is empty',
  columns_missing: (columns) => `these columns are missing: ${columns}`,
  column_twice: (columns) => `there is more than one column for the same thing: ${columns}`,
  no_rows: () => 'the file has only the header; there is no row to import',
  spreadsheet: () => 'the file is a spreadsheet or a PDF; save it as CSV (UTF-8) and try again',
  encoding_doubtful: () =>
    'the accented letters of this line can be read in more than one way; save the file as CSV UTF-8 and try again',
  too_large: () => 'the file is too large; split it into parts of up to 60 MB',
};
