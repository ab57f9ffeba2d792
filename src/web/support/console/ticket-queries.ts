/** Support's queues, read again while they are shown: brands write at any time. */

import { type LeadBody, readLeads, readTicket, readTickets, type TicketState } from '#web/shell/api/tickets-api.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { setConsoleClock } from '#web/shell/support/brand-queries.ts';

const ASK_EVERY_MS = 15_000;

export function useQueue(state: TicketState) {
  return usePages(`support/tickets/${state}`, (cursor, signal) => readTickets(state, cursor, signal));
}

/** The first page of who waits: what the badge counts. Sets the console's clock by the answer. */
export function useWaiting() {
  const read = async (signal: AbortSignal) => {
    const askedAt = performance.now();
    const page = await readTickets('open', null, signal);
    setConsoleClock(page, askedAt);
    return page;
  };
  return useRead('support/tickets/waiting', read, { everyMs: ASK_EVERY_MS });
}

export function useTicket(id: string) {
  return useRead(`support/ticket/${id}`, (signal) => readTicket(id, signal), { everyMs: ASK_EVERY_MS });
}

export function useLeadQueue(state: LeadBody['state']) {
  return usePages(`support/leads/${state}`, (cursor, signal) => readLeads(state, cursor, signal));
}

export function refreshLeads(): Promise<void> {
  return reads.invalidate('support/leads');
}
