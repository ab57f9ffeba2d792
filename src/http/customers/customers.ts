/**
 * Routes that read customers: finds customers of a person's portfolio or store, and reads a profile.
 */
import etag from '@fastify/etag';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { Database } from '#db/core/db.ts';
import { findCustomers } from '#flows/customers/find-customers.ts';
import { readProfile } from '#flows/customers/read-profile.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { cursorOf, keysOf, TextKey } from '#http/core/cursor.ts';
import { languageOf } from '#http/core/language.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { customerRow, profileBody } from './present-customer.ts';

export interface CustomerRoutesDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => number;
}

export function customerRoutes({ db, now }: CustomerRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await app.register(etag);
    serve(app, 'GET /api/v1/customers', async (request) => {
      const viewer = requirePerson(request);
      const { query, portfolio, quietForDays, cursor, limit } = request.query;
      const search = {
        typed: query ?? '',
        portfolio,
        quietForDays: quietForDays ?? null,
        after: cursor === undefined ? null : afterOf(cursor),
        limit,
      };
      const { customers, last } = await findCustomers(db, viewer, search, now());
      return { items: customers.map(customerRow), next: last && cursorOf([last.sortName, last.id]) };
    });

    serve(app, 'GET /api/v1/customers/:id', async (request) => {
      const answer = await readProfile(db, requirePerson(request), request.params.id, now());
      if (answer.kind === 'not_found') throw problem('not_found');
      return profileBody(answer, languageOf(request));
    });
  };
}

const CustomerKeys = z.tuple([TextKey, Id]);

function afterOf(cursor: string): { sortName: string; id: string } {
  const [sortName, id] = keysOf(cursor, CustomerKeys);
  return { sortName, id };
}
