/** Reads the data of the brand manager's app, and renews it after live events. */
import type { PolicyVersion, ZoneDays } from '#contract/policy/quiet-hours.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { QueryFields, Shape } from '#web/shell/api/routes.ts';
import { readLeads, readTicket, readTickets, type TicketsPage } from '#web/shell/api/tickets-api.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import type { LiveEventKind } from '#web/shell/live-events.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { spanOf } from '#web/shell/time/date-span.ts';

export type PolicyEvent = Shape<typeof PolicyVersion>;

const ROOT = 'brand';
const ZONE_DAYS = `${ROOT}/zone-days`;
const SETUP = `${ROOT}/setup`;

export function useTicketList() {
  return usePages(`${ROOT}/tickets/list`, (cursor, signal) => readTickets(null, cursor, signal));
}

/** Returns how many tickets have news; 0 until known. */
export function useNews(): number {
  const { data } = useRead(`${ROOT}/tickets/news`, (signal) => readTickets(null, null, signal));
  return data?.unread ?? 0;
}

/** Returns the brand's tickets that wait for support, the oldest first; none until they are known. */
export function useWaitingTickets(): TicketsPage['items'] {
  const { data } = useRead(`${ROOT}/tickets/waiting`, (signal) => readTickets('open', null, signal));
  return data?.items.toReversed() ?? [];
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

export function useAccessLog() {
  const language = useLanguage();
  return usePages(`${ROOT}/support-access/${language}`, (cursor, signal) =>
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

export type ZoneDay = Shape<typeof ZoneDays>['zones'][number];

/** Reads today's quiet hours in each zone of the brand's stores. */
export function useZoneDays() {
  return useRead(ZONE_DAYS, (signal) => ask('/quiet-hours/today', signal));
}

/** Reads the zones' days again, also where a reading is under way: the server may have answered that one before midnight. */
export function readZoneDaysAfresh(): Promise<void> {
  return reads.invalidate(ZONE_DAYS);
}

/** Reads the figures from one date to another on the brand's clock, both included, as in the list of attempts. */
export function useOverview({ from, to }: { readonly from: string; readonly to: string }) {
  const { zone } = useShop();
  // The key is under the customers' key, so that a live event about an attempt renews the figures.
  return useRead(`${keys.customers}/overview/${from}/${to}/${zone}`, (signal) => {
    const { since, until } = spanOf({ from, to }, zone);
    const asked: QueryFields<'/reports/overview'> = {
      from: new Date(since ?? 0).toISOString(),
      to: new Date(until ?? 0).toISOString(),
    };
    return ask(`/reports/overview?${new URLSearchParams(asked)}`, signal);
  });
}

/** Reads the newest lead that the brand left; null where there is none. */
export function useLead() {
  return useRead(`${ROOT}/leads`, async (signal) => (await readLeads(null, null, signal)).items[0] ?? null);
}

/** Reads what the brand still lacks before its stores can work; empty for a brand that is set up. */
export function useBrandSetup() {
  return useRead(SETUP, async (signal) => (await ask('/brand/setup', signal)).missing);
}

/** A ticket may be the one that asks for quiet hours, which the list of missing parts then leaves out. */
export async function refreshTickets(): Promise<void> {
  await Promise.all([reads.invalidate(`${ROOT}/tickets`), reads.invalidate(SETUP)]);
}

export function refreshLeads(): Promise<void> {
  return reads.invalidate(`${ROOT}/leads`);
}

/** The key of imports is under the customers' key, because the first rows of a file are customers' data. */
export const IMPORTS = `${keys.customers}/imports`;

export function refreshBrand(event: LiveEventKind): void {
  if (event === 'quiet-hours' || event === 'resync') {
    void reads.invalidate(keys.quietHours);
    void reads.invalidate(`${ROOT}/history`);
    void reads.invalidate(`${ROOT}/zone-days`);
    void reads.invalidate(SETUP);
  }
  if (event === 'attempt' || event === 'resync') void reads.invalidate(keys.customers);
  if (event === 'ticket' || event === 'resync') void refreshTickets();
  if (event === 'import') void Promise.all([reads.invalidate(IMPORTS), reads.invalidate(SETUP)]);
}
