/** The queries of all lists and searches that users can ask for, each with its name in the table of results. */
import type { Reads } from '#db/core/db.ts';
import { type CustomerSearch, findCustomers } from '#flows/customers/find-customers.ts';
import { type HoldSearch, readHolds } from '#flows/holds/read-holds.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { type AttemptScope, type AttemptSearch, findAttempts } from '#flows/record/find-attempts.ts';
import { readDistribution } from '#flows/reports/read-distribution.ts';
import { readOverview } from '#flows/reports/read-overview.ts';
import { readLeadQueue, readLeads } from '#flows/support/read-leads.ts';
import { readSupportAccess } from '#flows/support/read-support-access.ts';
import { readTicketQueue, readTickets } from '#flows/support/read-tickets.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { FilledBrand } from './brand-fixture.ts';

type Query = (db: Reads) => Promise<unknown>;

const PAGE = { after: null, limit: 50 };

export function listQueries({ brandId, storeIds, sellerIds, until }: FilledBrand): Readonly<Record<string, Query>> {
  const [storeId = ''] = storeIds;
  const [personId = ''] = sellerIds;
  const everything: AttemptScope = { brandId, sellerId: null, storeId: null };
  const attempts =
    (search: Partial<AttemptSearch>, scope: Partial<AttemptScope> = {}): Query =>
    (db) =>
      findAttempts(db, { ...everything, ...scope }, { ...NOBODY, ...search }, PAGE);
  const seller = { kind: 'person', brandId, personId, role: 'seller', storeId, turnId: null } as unknown as PersonActor;
  const manager = { ...seller, role: 'brand_manager', storeId: null } as PersonActor;
  const customers =
    (viewer: PersonActor, search: Partial<CustomerSearch>): Query =>
    (db) =>
      findCustomers(db, viewer, { ...ANYBODY, ...search }, until);
  const holds =
    (viewer: PersonActor, search: Partial<HoldSearch>): Query =>
    (db) =>
      readHolds(db, viewer, { state: 'waiting', whole: true, sellerId: null, newsOnly: false, ...search }, PAGE, until);
  const latePage = { after: { at: until - 365 * DAY_MS, id: personId }, limit: 50 };
  const timelines = new Timelines();
  const week = { kind: 'instants', from: until - 7 * DAY_MS, to: until } as const;
  return {
    'attempts: newest': attempts({}),
    'attempts: of a store': attempts({}, { storeId }),
    'attempts: of a seller': attempts({}, { sellerId: personId }),
    'attempts: frequent state': attempts({ state: 'sent' }),
    'attempts: rare state': attempts({ state: 'unknown' }),
    'attempts: state that nobody has': attempts({ state: 'abandoned' }),
    'attempts: rare state of a store': attempts({ state: 'unknown' }, { storeId }),
    'attempts: rare state of a seller': attempts({ state: 'unknown' }, { sellerId: personId }),
    'attempts: frequent name': attempts({ customer: 'maria' }),
    'attempts: two frequent names': attempts({ customer: 'maria silva' }),
    'attempts: frequent and rare name': attempts({ customer: 'maria xavante' }),
    'attempts: rare name': attempts({ customer: 'xavante' }),
    'attempts: name that nobody has': attempts({ customer: 'zzz' }),
    'attempts: one letter': attempts({ customer: 'm' }),
    'attempts: whole number': attempts({ customer: '11900012345', wholeWords: true }),
    'attempts: last four digits': attempts({ customer: '2345' }),
    'attempts: frequent name, rare state': attempts({ customer: 'maria', state: 'unknown' }),
    'attempts: two frequent names of a seller': attempts({ customer: 'maria silva' }, { sellerId: personId }),
    'attempts: by sellers’ name': attempts({ seller: 'ana' }),
    'attempts: a week a year ago': attempts({ from: until - 372 * DAY_MS, to: until - 365 * DAY_MS }),
    'attempts: put off': attempts({ event: 'put_off' }),
    'attempts: warned, of a store': attempts({ event: 'warned' }, { storeId }),
    'attempts: warned, frequent name': attempts({ event: 'warned', customer: 'maria' }),
    'attempts: sent after a warning': attempts({ event: 'sent_after_warning' }),
    'overview: 30 days of the brand': (db) => readOverview(db, brandId, until - 30 * DAY_MS, until),
    'customers: of a seller': customers(seller, { portfolio: 'mine' }),
    'customers: of a store': customers(seller, {}),
    'customers: of the brand': customers(manager, {}),
    'customers: quiet for a year': customers(manager, { quietForDays: 365 }),
    'customers: frequent name': customers(manager, { typed: 'maria' }),
    'customers: two frequent names': customers(manager, { typed: 'maria silva' }),
    'customers: frequent name, of a store': customers(seller, { typed: 'maria' }),
    'customers: frequent name, of a seller': customers(seller, { typed: 'maria', portfolio: 'mine' }),
    'customers: two frequent names, of a store': customers(seller, { typed: 'maria silva' }),
    'customers: rare name': customers(manager, { typed: 'xavante' }),
    'customers: one letter': customers(manager, { typed: 'm' }),
    'customers: one letter, of a store': customers(seller, { typed: 's' }),
    'customers: last four digits': customers(manager, { typed: '2345' }),
    'holds: waiting, of a seller': holds(seller, { whole: false }),
    'holds: waiting, of the brand': holds(manager, {}),
    'holds: ready, of the brand': holds(manager, { state: 'ready' }),
    'holds: ended, of a seller': holds(seller, { state: 'ended', whole: false }),
    'holds: ended, of the brand': holds(manager, { state: 'ended' }),
    'holds: news of a seller': holds(seller, { state: 'ended', whole: false, newsOnly: true }),
    'distribution: a week of the brand': (db) =>
      readDistribution(
        { db, timelines },
        brandId,
        { storeId: null, sellerId: null, stretch: week, withBursts: false },
        until,
      ),
    'tickets: newest': (db) => readTickets(db, manager, null, PAGE),
    'tickets: rare state': (db) => readTickets(db, manager, 'open', PAGE),
    'tickets: state that nobody has': (db) => readTickets(db, manager, 'answered', PAGE),
    'tickets: queue of support': (db) => readTicketQueue(db, 'open', PAGE),
    'tickets: queue of support, late page': (db) => readTicketQueue(db, 'closed', latePage),
    'leads: newest': (db) => readLeads(db, brandId, null, PAGE),
    'leads: rare state': (db) => readLeads(db, brandId, 'open', PAGE),
    'leads: queue of support': (db) => readLeadQueue(db, 'open', PAGE),
    'leads: queue of support, late page': (db) => readLeadQueue(db, 'done', latePage),
    'support accesses: newest': (db) => readSupportAccess(db, brandId, PAGE),
    'support accesses: late page': (db) => readSupportAccess(db, brandId, latePage),
  };
}

const NOBODY: AttemptSearch = {
  customer: '',
  wholeWords: false,
  seller: '',
  state: null,
  event: null,
  from: null,
  to: null,
};
const ANYBODY: CustomerSearch = { typed: '', portfolio: 'store', quietForDays: null, after: null, limit: 50 };
