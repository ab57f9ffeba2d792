/** Reads support's lists of tickets and leads, again and again while they are shown, because brands write at any time. */

import { type LeadBody, readLeads, readTicket, readTickets, type TicketState } from '#web/shell/api/tickets-api.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { setConsoleClock } from '#web/shell/support/brand-queries.ts';

const ASK_EVERY_MS = 15_000;

export function useQueue(state: TicketState) {
  return usePages(`support/tickets/${state}`, (cursor, signal) => readTickets(state, cursor, signal));
}

/** Reads the first page of waiting tickets, whose number is the badge. The answer sets the console's clock. */
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
