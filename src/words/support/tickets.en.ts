/** The sentences of tickets, for the brand and for support, in English. */
import { plural } from '#words/core/format.ts';
import type { TicketWords } from './tickets.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: TicketWords = {
  tickets: 'Tickets',
  numbered: (number) => `Ticket ${number}`,
  asked: {
    activate: (hours) => `Activate quiet hours ${hours}`,
    change: (hours) => `Change quiet hours: ${hours}`,
    deactivate: () => 'Deactivate quiet hours',
  },
  states: {
    brand: { open: 'waiting for support', answered: 'answered', closed: 'closed' },
    support: { open: 'waits for an answer', answered: 'waits for the brand', closed: 'closed' },
  },
  version: (version) => `Version ${version} published`,
  news: 'news',
  newsCount: (n) => many(n, '1 ticket with news', `${n} tickets with news`),
  since: (when) => `since ${when}`,
  openedBy: (who, when) => `${who}, ${when}`,
  open: 'Open',
  back: 'Tickets',
  noTicketsBrand: 'No tickets yet.',
  noTicketsBrandMore: 'When the brand asks for a change, the request and its answer stand here.',
  noTicketsSupport: {
    open: 'Nobody waits for an answer now.',
    answered: 'No ticket waits for a brand.',
    closed: 'No closed tickets.',
  },
  gone: 'This ticket does not exist.',
  filters: { open: 'Waiting for us', answered: 'Answered', closed: 'Closed' },
  filter: 'Which tickets',
  more: 'Show more',
  answeredNow: 'Support answered a ticket.',
  see: 'See',

  thread: 'Conversation',
  sides: { brand: 'brand', support: 'support' },
  reply: 'Reply',
  message: 'Message',
  messageMissing: 'Write the message.',
  send: 'Send',
  sent: 'Message sent.',
  closing: 'Answer and close',
  closed: 'Ticket closed with the answer.',
  closedHint: 'Closed. A new message opens the ticket again.',
  unreached: 'No answer from the server. Your text is kept: try again.',

  ask: { activate: 'Ask for activation', change: 'Ask for a change', deactivate: 'Ask for deactivation' },
  askLead: {
    activate: 'Tell support at which hours the brand wants to start no conversations. It holds for all stores.',
    change: 'Tell support the new hours. Until the answer nothing changes.',
    deactivate: 'Once deactivated, suggestions and contacts leave at any hour. Until the answer nothing changes.',
  },
  start: 'Start',
  end: 'End',
  until: 'to',
  why: 'Reason',
  whyHint: 'What led to this: it helps support to propose the best hours.',
  whyMissing: 'Tell the reason in a few words.',
  timeUnclear: (typed) =>
    typed.trim() === ''
      ? 'Write the time, like 20:00.'
      : `“${typed.trim()}” is not a time of day. Write it like 20:00.`,
  timesEqual: 'Start and end are the same. For the whole day, use 00:00 to 24:00.',
  cancel: 'Back',
  askSend: 'Send the request',
  askSent: (number) => `Request sent: ticket ${number}.`,
  notSent: 'The request was not sent',

  alreadyWaiting: {
    title: (n: number) =>
      many(n, 'A request of the brand is already waiting', `${n} requests of the brand are already waiting`),
    more: 'If it is about the same thing, write there. A new request is fine too.',
  },
  alsoWaiting: {
    brand: {
      title: (n: number) =>
        many(n, 'Another request of the brand is waiting', `${n} more requests of the brand are waiting`),
      more: 'Support sees them all together.',
    },
    support: {
      title: (n: number) =>
        many(
          n,
          'Another ticket of this brand is waiting for an answer',
          `${n} more tickets of this brand are waiting for an answer`,
        ),
      more: 'Read it before you answer: it may be about the same thing.',
    },
  },

  configure: 'Configure',
  plan: 'Plan',
  policy: 'In force now',
  noPolicy: 'No hours in force.',
  stores: 'Stores and hours',
  noHours: 'no hours told',
  missingHours: (n, names) =>
    many(n, `The hours of 1 store are missing: ${names}.`, `The hours of ${n} stores are missing: ${names}.`),

  leads: 'Leads',
  leadsLead: 'Starter brands that would like to talk.',
  noLeads: { open: 'Nobody waits for a call now.', done: 'No calls made yet.' },
  leadFilters: { open: 'Waiting', done: 'Contacted' },
  leadContact: (contact) => `Contact: ${contact}`,
  leadDone: 'I talked to the brand',
  leadReopen: 'Still to be done',
  leadDoneBy: (who, when) => `${who} talked to them on ${when}`,
  leadSettled: (brand) => `${brand}: noted.`,
  undo: 'Undo',
};
