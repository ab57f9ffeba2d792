/** Defines the link before receipt 1 of a brand's chain (R3). A new brand's ledger starts with this link. */

/** 32 zero bytes. */
export const FIRST_LINK = Buffer.alloc(32);
