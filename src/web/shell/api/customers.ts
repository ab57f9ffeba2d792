/** Reads the day's suggestions, the portfolio and the profile. Reads throw `UnansweredError`. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { CustomersPage, DismissReason, SuggestionsPage } from './api-types.ts';
import { type Answer, ask, call } from './call.ts';
import type { Query, QueryFields } from './routes.ts';

export interface CustomerFilter {
  readonly query: string;
  readonly portfolio: 'mine' | 'store';
  /** Only customers without a contact for at least this many days; 0 for all. */
  readonly quietForDays: number;
}

/** Reads one page from `cursor` on; null for the first. */
export function readSuggestions(cursor: string | null, signal: AbortSignal): Promise<SuggestionsPage> {
  return ask(
    cursor === null
      ? '/suggestions'
      : `/suggestions?${new URLSearchParams({ cursor } satisfies QueryFields<'/suggestions'>)}`,
    signal,
  );
}

export function dismiss(suggestionId: string, reason: DismissReason): Promise<Answer<void>> {
  return call(`/suggestions/${suggestionId}/dismiss`, { method: 'POST', body: { reason }, outlivesPage: true });
}

/** Reads one page from `cursor` on; null for the first. */
export function readCustomers(
  filter: CustomerFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<CustomersPage> {
  const asked: Query<'/customers'> = new URLSearchParams({
    portfolio: filter.portfolio,
  } satisfies QueryFields<'/customers'>);
  const query = filter.query.trim();
  if (query !== '') asked.set('query', query);
  if (filter.quietForDays > 0) asked.set('quietForDays', String(filter.quietForDays));
  if (cursor !== null) asked.set('cursor', cursor);
  return ask(`/customers?${asked}`, signal);
}

export function readProfile(customerId: string, signal: AbortSignal): Promise<CustomerProfile> {
  return ask(`/customers/${customerId}`, signal);
}

/** Stores the contact-from hour, `HH:mm` on the store's clock; null: none. */
export function sayContactFrom(customerId: string, contactFrom: string | null): Promise<Answer<unknown>> {
  return call(`/customers/${customerId}`, { method: 'PATCH', body: { contactFrom } });
}
