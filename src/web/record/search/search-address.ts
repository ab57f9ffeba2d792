/**
 * Writes and reads a search in the address of a list of attempts, as the figures of the brand's page link to it. The
 * address never contains a customer's name.
 */
import { ANY, type AttemptSearch, type EventName } from '#web/record/attempt-search.ts';

type AddressedSearch = Pick<AttemptSearch, 'from' | 'to'> & { readonly event: EventName };

export function searchAddress(href: string, { event, from, to }: AddressedSearch): string {
  return `${href}?${new URLSearchParams({ evento: event, de: from, ate: to })}`;
}

/** `query` is the part behind the `?`. Returns null without an event or with an unknown event; dates alone are no search. */
export function searchOfAddress(query: string): AttemptSearch | null {
  const asked = new URLSearchParams(query);
  const event = EVENTS.find((known) => known === asked.get('evento'));
  if (event === undefined) return null;
  return { ...ANY, event, from: dateOf(asked.get('de')), to: dateOf(asked.get('ate')) };
}

const EVENTS: readonly EventName[] = ['put_off', 'warned', 'sent_after_warning'];

function dateOf(text: string | null): string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
}
