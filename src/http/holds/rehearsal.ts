/** Routes of the rehearsal of a store's day. */
import type { FastifyPluginAsync } from 'fastify';
import type { Language } from '#contract/core/common.ts';
import type { RehearsedContact as ContactBody, Rehearsal } from '#contract/holds/rehearsal.ts';
import type { AttemptDeps } from '#flows/contact/attempt-wish.ts';
import { thinOut } from '#flows/holds/rehearsal/thin-out.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type RehearsedContact, type RehearsedDay, rehearseDay } from '#flows/reports/rehearsal/rehearse-day.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { scopeOf } from '#rules/people/access.ts';
import { shownName } from '#words/customers/erased-name.ts';
import { rehearsalText } from '#words/holds/rehearsal.ts';

export function rehearsalRoutes(deps: AttemptDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/rehearsal', async (request) => {
      const person = requirePerson(request);
      const { storeId, date } = request.query;
      const { personId: sellerId } = scopeOf('read_rehearsal', person);
      const now = deps.now();
      const wish = { storeId: storeOf(person, storeId), sellerId, date: date ?? null };
      const day = await rehearseDay(deps, person.brandId, wish, now);
      if (day === null) throw problem('not_found');
      return rehearsalBody(day, languageOf(request), now);
    });

    serve(app, 'POST /api/v1/rehearsal/thin-out', async (request) => {
      const { attemptIds, date } = request.body;
      const thinned = await thinOut(deps, requirePerson(request), { attemptIds: [...new Set(attemptIds)], date });
      if (thinned === 'not_found') throw problem('not_found');
      const moved = thinned.moved.map(({ attemptId, from, to }) => {
        return { attemptId, from: instantText(from), heldUntil: instantText(to) };
      });
      return { moved, notMoved: [...thinned.notMoved] };
    });
  };
}

/** Returns the store that is asked for. Sellers and store managers reach their own store alone; a brand manager names a store. */
function storeOf(person: PersonActor, asked: string | undefined): string {
  const own = scopeOf('read_rehearsal', person);
  const isWholeBrand = own.personId === null && own.storeId === null;
  if (!isWholeBrand && asked !== undefined && asked !== person.storeId) throw problem('forbidden');
  const storeId = asked ?? person.storeId;
  if (storeId === null) {
    throw problem('invalid', { faults: [{ path: 'storeId', code: 'custom', message: 'name one store of the brand' }] });
  }
  return storeId;
}

function rehearsalBody(read: RehearsedDay, language: Language, now: number): Rehearsal {
  const { store, date, contacts, hours, sellers, isWhole } = read;
  const names = new Map(sellers.map(({ id, name }) => [id, name]));
  const ready = contacts.filter(({ event }) => event.kind === 'ready');
  return {
    store,
    date,
    from: instantText(read.from),
    to: instantText(read.to),
    quiet: read.quiet.map(intervalBody),
    open: read.open.map(intervalBody),
    quietByHour: [...read.quietByHour],
    total: contacts.length,
    leftOut: leftOutOf(contacts),
    days: [{ date, suggested: 0, held: contacts.length, ready: ready.length, sent: ready.length, hours: [...hours] }],
    sellers: sellers.map((seller) => ({ ...seller })),
    lastServedOn: ready.length === 0 ? null : date,
    doesNotFit: contacts.filter(({ event }) => event.kind === 'moved').length,
    contacts: contacts.map((contact) =>
      contactBody(contact, names.get(contact.sellerId) ?? '', store.zone, language, now),
    ),
    isWhole,
  };
}

function contactBody(
  { attemptId, customerId, customerName, sellerId, event, ...contact }: RehearsedContact,
  sellerName: string,
  zone: string,
  language: Language,
  now: number,
): ContactBody {
  return {
    attemptId,
    customer: { id: customerId, name: shownName(language, customerName) },
    seller: { id: sellerId, name: sellerName },
    kind: KINDS[event.kind],
    at: instantText(event.at),
    plannedAt: instantText(contact.plannedAt),
    toAt: event.kind === 'moved' ? instantText(event.toAt) : null,
    reason: leavingOf(event),
    sentence: rehearsalText(language, { ...contact, event, now, zone }),
  };
}

const KINDS = { ready: 'ready', moved: 'moves', ended: 'ends' } as const;

function leavingOf(event: RehearsedContact['event']): ContactBody['reason'] {
  if (event.kind === 'ready') return null;
  return event.kind === 'moved' ? event.cause : event.reason;
}

function leftOutOf(contacts: readonly RehearsedContact[]): Rehearsal['leftOut'] {
  const reasons = contacts.map(({ event }) => leavingOf(event)).filter((reason) => reason !== null);
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, { length: count }]) => ({ reason, count }));
}

function intervalBody({ start, end }: { readonly start: number; readonly end: number }) {
  return { start: instantText(start), end: instantText(end) };
}
