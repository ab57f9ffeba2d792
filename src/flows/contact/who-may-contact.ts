/** Whether a person may ask for a contact at all: a question of rights, answered before any check of `decide` ("Origins"). */
import type { SuggestionFacts } from '#db/contact/context.ts';
import { mayReach } from '#rules/people/access.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { ContextRow } from './load-context.ts';

/** Who asks: a person, with the store whose customers they may contact (null: all of the brand). */
export interface Asker {
  /** Null: the vendor's support, which asks as the brand's manager would. */
  readonly personId: string | null;
  readonly role: PersonRole;
  readonly storeId: string | null;
}

/** Why a person may not even ask for this contact: authorisation, not a check of `decide`. */
export type Unfit =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'other_store' }
  | { readonly kind: 'not_in_portfolio'; readonly customerName: string; readonly sellerName: string }
  | { readonly kind: 'suggestion_closed' };

/** Own store; own portfolio where the brand says so, or passed on by a manager (H4); a suggestion that is this customer's, this seller's, and open. */
export function unfitness(
  row: ContextRow | undefined,
  asker: Asker,
  named: { customerId: string; suggestionId: string | null; attemptId: string | null },
  isPassedOn = false,
): Unfit | null {
  if (!row) return { kind: 'not_found' };
  const storeId = row.customerStoreId;
  if (!mayReach('contact_customer', asker, { personId: null, storeId })) return { kind: 'other_store' };
  const portfolio = { personId: row.customerSellerId, storeId };
  if (row.portfolioOnly && !mayReach('contact_closed_portfolio', asker, portfolio) && !isPassedOn) {
    return { kind: 'not_in_portfolio', customerName: row.customerName, sellerName: row.customerSellerName ?? '' };
  }
  const { suggestion } = row;
  if (named.suggestionId === null) return null;
  if (suggestion?.id !== named.suggestionId || suggestion.customerId !== named.customerId) return { kind: 'not_found' };
  const isUsable = mayReach('use_suggestion', asker, { personId: suggestion.sellerId, storeId });
  if (!isUsable && !isPassedOn) return { kind: 'not_found' };
  return isOpen(suggestion, named.attemptId) ? null : { kind: 'suggestion_closed' };
}

/** Open, or completed by the very attempt that goes on. */
export function isOpen(suggestion: SuggestionFacts | null, attemptId: string | null): boolean {
  if (!suggestion) return false;
  return suggestion.state === 'open' || (suggestion.closedBy !== null && suggestion.closedBy === attemptId);
}
