/** Defines a campaign: whom it suggests to sellers, with which text, in which order, and for how long. */

/** `draft`: never started. `paused`: may be started again. `ended`: for good. Only a running campaign suggests. */
export const CAMPAIGN_STATES = ['draft', 'running', 'paused', 'ended'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** The legal basis that the brand records (LGPD). Neither one loosens a check: without permission nobody is suggested (D2b). */
export const LEGAL_BASES = ['consent', 'legitimate_interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/**
 * The filters of a campaign. A customer must meet all of them; a filter that is left out asks nothing. Inside one list
 * any entry is enough.
 */
export interface Audience {
  /** Days since the last purchase, both included; `max` null: any number from `min` on. */
  readonly lastPurchaseDays?: { readonly min: number; readonly max: number | null };
  /** The birthday is today or within so many days. A birthday on 29 February is on the 28th in other years. */
  readonly birthdayWithinDays?: number;
  /** Spent at least `minCents` in the last `sinceDays` days. */
  readonly spent?: { readonly sinceDays: number; readonly minCents: number };
  /** A part of the name of an item that the customer bought; case and accents do not count. */
  readonly item?: string;
  readonly storeIds?: readonly string[];
  readonly sellerIds?: readonly string[];
  readonly tags?: readonly string[];
  readonly cities?: readonly string[];
  readonly permission?: 'granted' | 'unknown';
  /** True: nobody of the brand ever began a contact with the customer. */
  readonly neverContacted?: boolean;
}

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  /** The text with its variables, see `campaign-text.ts`. */
  readonly text: string;
  /** 1 comes first. */
  readonly priority: number;
  /** First and last date on each store's clock, `YYYY-MM-DD`, both included; null: from the start on, without an end. */
  readonly from: string | null;
  readonly to: string | null;
  /** A number rests so many days after a contact of this campaign; the longer of the brand's and this one counts (D6). */
  readonly coolDownDays: number;
  /** The most suggestions that one seller gets from this campaign on one day. */
  readonly perSellerDay: number;
  readonly legalBasis: LegalBasis;
  /** Why the interest is legitimate; null for consent. */
  readonly legalReason: string | null;
  /** Counts the saved changes from 1 on. Each suggestion keeps the version from which it was made. */
  readonly version: number;
}

/**
 * The limits of the fields; lengths in UTF-16 code units. Whatever keeps the lengths and `number` is saved in a draft; a
 * campaign that runs keeps all limits (`start/start-faults.ts`).
 */
export const CAMPAIGN_LIMITS = {
  nameLength: 80,
  textLength: 1000,
  legalReasonLength: 500,
  itemLength: 80,
  tagLength: 30,
  /** The longest entry of a list that is typed, and the most entries of any list of a filter. */
  entryLength: 500,
  listEntries: 1000,
  /** The largest number of days, and of anything else that is counted. */
  number: 9999,
  priority: { least: 1, most: 99 },
  coolDownDays: { least: 0, most: 365 },
  perSellerDay: { least: 1, most: 100 },
  birthdayDays: { least: 0, most: 60 },
} as const;

/** The suggestions that one seller gets on one day, over all campaigns, unless the brand sets another number. */
export const SUGGESTIONS_PER_SELLER_DAY = { least: 1, most: 100, usual: 20 } as const;
