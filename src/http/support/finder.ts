/** The route of support's finder: finds the ticket, receipt or attempt with a number or id, in any brand. */
import type { FastifyPluginAsync } from 'fastify';
import type { FoundItem } from '#contract/support/finder.ts';
import type { Database } from '#db/core/db.ts';
import { findByNumber } from '#flows/support/find-by-number.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { serve } from '#http/core/serve.ts';
import { brandRow } from '#http/people/present-brand.ts';

export interface FinderRoutesDeps {
  readonly db: Database;
  readonly hostNow: () => number;
  readonly newId: () => string;
}

export function finderRoutes(deps: FinderRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/finder', async (request) => {
      const who = requireSupport(request);
      const { number = null, attemptId = null, ticketId = null, brandId = null } = request.query;
      const found = await findByNumber(deps.db, { number, attemptId, ticketId, brandId });
      // Logged before the answer, as a search in one brand is: the brand's manager reads who searched for which contact
      // (A7).
      const searched = String(number ?? attemptId ?? '');
      const searchedBrands = new Set([...found.receipts, ...found.attempts].map((each) => each.brandId));
      for (const each of searchedBrands) await logSupportAccess(deps, each, who, 'finder', { searched });
      const items: readonly FoundItem[] = [
        ...found.tickets.map(foundTicket),
        ...found.receipts.map(foundReceipt),
        ...found.attempts.map(foundAttempt),
      ];
      return { items: [...items], more: found.more };
    });
  };
}

type Found = Awaited<ReturnType<typeof findByNumber>>;

function foundTicket({ id, number, kind, start, end, state, ...brand }: Found['tickets'][number]): FoundItem {
  return { type: 'ticket', id, number, kind, start, end, state, brand: brandRow(brand) };
}

function foundReceipt({ id, number, decidedAt, attemptId, ...brand }: Found['receipts'][number]): FoundItem {
  return { type: 'receipt', id, number, decidedAt: instantText(decidedAt), attemptId, brand: brandRow(brand) };
}

function foundAttempt({ id, state, createdAt, ...brand }: Found['attempts'][number]): FoundItem {
  return { type: 'attempt', id, state, createdAt: instantText(createdAt), brand: brandRow(brand) };
}
