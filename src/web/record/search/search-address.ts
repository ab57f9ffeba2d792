/** The address of a list of attempts with a search in it, as figures link to it. Names of customers never stand there. */
import { ANY, type AttemptSearch, type EventName } from '#web/record/attempt-search.ts';

type AddressedSearch = Pick<AttemptSearch, 'event' | 'from' | 'to'>;

export function searchAddress(href: string, { event, from, to }: AddressedSearch): string {
  return `${href}?${new URLSearchParams({ evento: event ?? '', de: from, ate: to })}`;
}

/** `query`: what stands behind the `?`. Null: no search stands there, or none that the list knows. */
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
