/** The first link of a brand's chain of receipts (R3): a new brand's ledger begins with it. */

/** 32 zero bytes, before receipt 1. */
export const FIRST_LINK = Buffer.alloc(32);
