import type { PolicyVersion } from '#contract/policy/quiet-hours.ts';
import type { QueryFields, Shape } from '#web/api/routes.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { readLeads, readTicket, readTickets } from '#web/shell/api/tickets-api.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import type { LiveEvent } from '#web/shell/live.ts';
import { useLanguage } from '#web/shell/settings/language.ts';

export type PolicyEvent = Shape<typeof PolicyVersion>;

const ROOT = 'brand';

export function useTicketList() {
  return usePages(`${ROOT}/tickets/list`, (cursor, signal) => readTickets(null, cursor, signal));
}

/** How many tickets have news; 0 until known. */
export function useNews(): number {
  const { data } = useRead(`${ROOT}/tickets/news`, (signal) => readTickets(null, null, signal));
  return data?.unread ?? 0;
}

export function useTicket(id: string) {
  return useRead(`${ROOT}/tickets/one/${id}`, (signal) => readTicket(id, signal));
}

export function useHistory() {
  const language = useLanguage();
  return useRead(`${ROOT}/history/${language}`, async (signal) => {
    const { items } = await ask('/quiet-hours/versions', signal);
    return items;
  });
}

export function useLooks() {
  const language = useLanguage();
  return usePages(`${ROOT}/looks/${language}`, (cursor, signal) =>
    ask(
      cursor === null
        ? '/support-looks'
        : `/support-looks?${new URLSearchParams({ cursor } satisfies QueryFields<'/support-looks'>)}`,
      signal,
    ),
  );
}

export function useFigure() {
  return useRead(`${ROOT}/figure`, (signal) => ask('/quiet-hours/figure', signal));
}

/** The newest wish that the brand left; null where there is none. */
export function useLead() {
  return useRead(`${ROOT}/leads`, async (signal) => (await readLeads(null, null, signal)).items[0] ?? null);
}

export function refreshTickets(): Promise<void> {
  return reads.invalidate(`${ROOT}/tickets`);
}

export function refreshLeads(): Promise<void> {
  return reads.invalidate(`${ROOT}/leads`);
}

export function refreshBrand(event: LiveEvent): void {
  if (event === 'quiet-hours' || event === 'resync') {
    void reads.invalidate(keys.quietHours);
    void reads.invalidate(`${ROOT}/history`);
  }
  if (event === 'attempt' || event === 'resync') void reads.invalidate(keys.customers);
  if (event === 'ticket' || event === 'resync') void refreshTickets();
}
