/** Empties a customer's row as an erasure does, for tests that need the row alone. */

/** The columns of an erased row, for `update customers set …`. The database refuses an erased row that keeps any of them. */
export const ERASED_ROW = `availability = 'erased', name = '', code = null, phone = null, phone_kind = 'none', number_hash = null,
  email = null, born_on = null, city = null, state = null, told_zone = null, note = null, contact_from_minute = null,
  customer_since = null`;
