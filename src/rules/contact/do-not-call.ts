/** Reads the do-not-call list (*Não me ligue*) that a brand imported: whether it forbids contacts with a number (D2c). */

/** Both dates are `YYYY-MM-DD`. */
export interface Listing {
  /** The earliest date of a list that contained the number. A list that is imported again does not change it. */
  readonly listedOn: string;
  /** The date on which the customer consented to contacts of the brand; null: there is no dated consent. */
  readonly consentOn: string | null;
}

/** Whether the list forbids to begin a contact: no consent is dated after the first listing. */
export function isListed(listing: Listing | null): boolean {
  return listing !== null && (listing.consentOn === null || listing.consentOn <= listing.listedOn);
}
