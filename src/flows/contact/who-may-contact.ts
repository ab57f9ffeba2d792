/** Checks whether a person may ask for a contact at all. These rights are checked before `decide` runs (*Origins* in docs/rules.md). */
import type { SuggestionFacts } from '#db/contact/context.ts';
import { mayReach } from '#rules/people/access.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { ContextRow } from './build-context.ts';

/** The person who asks, with the store whose customers the person may contact (null means all stores of the brand). */
export interface ContactRights {
  /** Null for the vendor's support, which asks with the rights of the brand's manager. */
  readonly personId: string | null;
  readonly role: PersonRole;
  readonly storeId: string | null;
}

/** Why a person may not ask for this contact. This is a question of rights and not a check of `decide`. */
export type Unfit =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'other_store' }
  | { readonly kind: 'not_in_portfolio'; readonly customerName: string; readonly sellerName: string }
  | { readonly kind: 'suggestion_closed' };

/**
 * Returns why the person may not ask for the contact; null where the person may. The customer must be of the person's
 * store. Where the brand closes portfolios, the customer must be in the person's portfolio, or the contact or its
 * suggestion was passed on to the person by a manager (H4). A named suggestion must be for this customer and this seller, and open.
 */
export function unfitness(
  row: ContextRow | undefined,
  asker: ContactRights,
  named: { customerId: string; suggestionId: string | null; attemptId: string | null },
  isPassedOn = false,
): Unfit | null {
  if (!row) return { kind: 'not_found' };
  const storeId = row.customerStoreId;
  if (!mayReach('contact_customer', asker, { personId: null, storeId })) return { kind: 'other_store' };
  const portfolio = { personId: row.customerSellerId, storeId };
  const { suggestion } = row;
  const isAllowed = isPassedOn || isPassedTo(suggestion, asker, named.customerId);
  // An erased customer is in nobody's portfolio: the decision says so (D1).
  const isClosed = row.portfolioOnly && row.availability !== 'erased';
  if (isClosed && !mayReach('contact_closed_portfolio', asker, portfolio) && !isAllowed) {
    return { kind: 'not_in_portfolio', customerName: row.customerName, sellerName: row.customerSellerName ?? '' };
  }
  if (named.suggestionId === null) return null;
  if (suggestion?.id !== named.suggestionId || suggestion.customerId !== named.customerId) return { kind: 'not_found' };
  const isUsable = mayReach('use_suggestion', asker, { personId: suggestion.sellerId, storeId });
  if (!isUsable && !isPassedOn) return { kind: 'not_found' };
  return isOpen(suggestion, named.attemptId) ? null : { kind: 'suggestion_closed' };
}

/** Tells whether a manager passed the suggestion for this customer on to the person, for days off of a colleague. */
function isPassedTo(suggestion: SuggestionFacts | null, { personId }: ContactRights, customerId: string): boolean {
  if (suggestion === null || suggestion.passedBy === null) return false;
  return suggestion.sellerId === personId && suggestion.customerId === customerId;
}

/** Tells whether the suggestion is open, or was completed by the attempt that continues. */
export function isOpen(suggestion: SuggestionFacts | null, attemptId: string | null): boolean {
  if (!suggestion) return false;
  return suggestion.state === 'open' || (suggestion.closedBy !== null && suggestion.closedBy === attemptId);
}
