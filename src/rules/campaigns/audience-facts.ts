/** Defines what the rules of campaigns know about one customer. */
import type { CustomerFacts } from '#rules/contact/decision-context.ts';
import type { EarlierContacts } from '#rules/contact/earlier-contacts.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { SuggestionReason } from './suggestion-reason.ts';

/** `…On`: `YYYY-MM-DD`. */
export interface Purchase {
  readonly boughtOn: string;
  readonly cents: number;
  /** The items as on the shop's receipt. */
  readonly items: string;
}

export interface AudienceFacts {
  readonly id: string;
  readonly storeId: string;
  /** The seller of the portfolio; null: the customer belongs to no portfolio. */
  readonly sellerId: string | null;
  readonly name: string;
  readonly city: string | null;
  readonly bornOn: string | null;
  readonly tags: readonly string[];
  /** The last contact by anybody of the brand; null: nobody ever began one. */
  readonly lastContactAt: Instant | null;
  /**
   * The purchases up to the day in question, newest first. The newest one is always there; older ones may be missing
   * where no filter of a campaign asks for them.
   */
  readonly purchases: readonly Purchase[];
  /** What the checks of a decision know about the customer (D1–D2c). */
  readonly customer: CustomerFacts;
  /** Earlier contacts with the number, for the brand's cool-down and its count of unanswered ones (D6, D6b). */
  readonly contacts: EarlierContacts;
  /** The last contact with the number, whatever the cool-down; null: there is none. */
  readonly numberContactedAt: Instant | null;
  /** Whether a silence that the customer asked for leaves no open time on the day in question (D4b). */
  readonly isSilentAllDay: boolean;
  readonly open: OpenSuggestion | null;
  /** The suggestions that sellers contacted or dismissed a short time ago. */
  readonly served: readonly ServedReason[];
}

/** A customer's open suggestion. */
export interface OpenSuggestion {
  readonly id: string;
  readonly campaignId: string;
  readonly priority: number;
  readonly sellerId: string;
  readonly createdAt: Instant;
  /** The store's day for which it was made, `YYYY-MM-DD`; null: it is older than this date. */
  readonly suggestedOn: string | null;
  /** The last day on which its reason is true; null: the reason has no last day. */
  readonly endsOn: string | null;
  /** Whether its seller opened it, changed it, held it or put it off. */
  readonly isTouched: boolean;
  /** Whether a held contact waits for it. */
  readonly isHeld: boolean;
}

export interface ServedReason {
  readonly campaignId: string;
  readonly reason: SuggestionReason | null;
}
