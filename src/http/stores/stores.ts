/** Routes of the stores: list, page, changes, closing, and what helps to fill in their forms. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { closeStore } from '#flows/stores/close-store.ts';
import { listStores, readStore } from '#flows/stores/read-stores.ts';
import { changeStore, createStore } from '#flows/stores/save-store.ts';
import type { StoreDeps } from '#flows/stores/store-deps.ts';
import { suggestStoreHolidays, suggestZones } from '#flows/stores/suggestions.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { cursorOf, keysOf, TextKey } from '#http/core/cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { parseDates, parseHours, signInBody, storeBody } from './present-store.ts';

const Place = z.tuple([TextKey, Id]);

export function storeRoutes(deps: StoreDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/stores', async (request) => {
      const { query = '', sort, order, show, cursor, limit } = request.query;
      const after = cursor === undefined ? null : keysOf(cursor, Place);
      const wanted = { typed: query, sort, descending: order === 'desc', show, after, limit };
      const { stores, total, last } = await listStores(deps, requirePerson(request), wanted);
      const items = stores.map(({ closedAt, ...store }) => ({
        ...store,
        closedAt: closedAt === null ? null : instantText(closedAt),
      }));
      return { items, total, next: last && cursorOf(last) };
    });

    serve(app, 'GET /api/v1/stores/:id', async (request) => {
      const store = await readStore(deps, requirePerson(request), request.params.id);
      return storeBody(store ?? notFound());
    });

    serve(app, 'GET /api/v1/stores/:id/holidays', async (request) => {
      const holidays = await suggestStoreHolidays(deps, requirePerson(request), request.params.id);
      return { items: (holidays ?? notFound()).map((holiday) => ({ ...holiday, states: [...holiday.states] })) };
    });

    serve(app, 'GET /api/v1/store-zones', async (request) => ({
      zones: [...suggestZones(request.query.city, request.query.state)],
    }));
  };
}

/** Routes that create, change and close stores. */
export function changingStoreRoutes(deps: StoreDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/stores', async (request, reply) => {
      const author = requirePerson(request);
      const { hours, dates, zone, email, ...fields } = request.body;
      const wish = { ...fields, zone, email, hours: parseHours(hours), dates: parseDates(dates) };
      const answer = await createStore(deps, author, wish);
      if (answer.kind === 'code_taken') throw problem('store_code_taken');
      if (answer.kind === 'email_taken') throw problem('email_taken');
      if (answer.kind !== 'created') throw fault('zone', answer.kind);
      const { id, signIn } = answer;
      request.log.info({ brandId: author.brandId, storeId: id, personId: author.personId }, 'store created');
      const store = await readStore(deps, author, id);
      if (store === null) throw problem('not_found');
      return reply.code(201).send({ store: storeBody(store), signIn: signIn && signInBody(signIn) });
    });

    serve(app, 'PATCH /api/v1/stores/:id', async (request) => {
      const author = requirePerson(request);
      const { id } = request.params;
      const { hours, dates, ...rest } = request.body;
      const answer = await changeStore(deps, author, id, {
        ...withoutUndefined(rest),
        ...(hours && { hours: parseHours(hours) }),
        ...(dates && { dates: parseDates(dates) }),
        dryRun: rest.dryRun,
      });
      if (answer.kind === 'zone_unknown') throw fault('zone', answer.kind);
      if (answer.kind !== 'changed') throw problem(answer.kind);
      const { held, moved, isDry, wanted } = answer;
      if (!isDry)
        request.log.info({ brandId: author.brandId, storeId: id, personId: author.personId, moved }, 'store changed');
      const store = (await readStore(deps, author, id)) ?? notFound();
      return { store: storeBody(isDry ? { ...store, ...wanted } : store), held, moved };
    });

    serve(app, 'POST /api/v1/stores/:id/close', async (request, reply) => {
      const author = requirePerson(request);
      const { id } = request.params;
      const answer = await closeStore(deps, author, id);
      if (answer.kind === 'not_found') throw problem('not_found');
      if (answer.kind === 'store_in_use') throw problem('store_in_use', { inTheWay: answer.inTheWay });
      request.log.info({ brandId: author.brandId, storeId: id, personId: author.personId }, 'store closed');
      return reply.code(204).send(null);
    });
  };
}

function fault(path: string, code: string) {
  return problem('invalid', { faults: [{ path, code }] });
}

function notFound(): never {
  throw problem('not_found');
}

/** Returns the fields that were sent. */
function withoutUndefined<T extends object>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
