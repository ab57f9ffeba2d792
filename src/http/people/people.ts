/** Routes of a brand's people for their managers: the list, one person, and changes. */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { PersonRow } from '#contract/people/people.ts';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { ListedPerson } from '#db/people/person-list.ts';
import { type ChangePersonDeps, changePerson } from '#flows/people/change-person.ts';
import { findPeople, type PeoplePlace, readPerson } from '#flows/people/read-people.ts';
import { requireConfirmation, requirePerson } from '#http/core/caller/actor.ts';
import { cursorOf, keysOf, TextKey } from '#http/core/cursor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function personRoutes(deps: ChangePersonDeps & { readonly auth: AuthDb }): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/people', async (request) => {
      const { query = '', storeId = null, cursor, ...asked } = request.query;
      const search = { ...asked, typed: query, storeId, after: cursor === undefined ? null : placeOf(cursor) };
      const { people, total, last } = await findPeople(deps.db, requirePerson(request), search, timesOf(deps));
      return { items: people.map(personRow), total, next: last && cursorOf([last.group, last.name, last.id]) };
    });

    serve(app, 'GET /api/v1/people/:id', async (request) => {
      const person = await readPerson(deps, requirePerson(request), request.params.id, timesOf(deps));
      if (person === null) throw problem('not_found');
      const { customers, held, may, invitation } = person;
      const changes = person.changes.map((change) => ({ ...change, at: instantText(change.at) }));
      return { ...personRow(person), customers, held, may: [...may], invitation, changes };
    });

    serve(app, 'PATCH /api/v1/people/:id', async (request) => {
      const actor = requirePerson(request);
      const { dryRun = false, ...wish } = request.body;
      // A new role may give rights, like adding a manager does.
      if ('role' in wish && !dryRun) requireConfirmation(request);
      const personId = request.params.id;
      const answer = await changePerson(deps, actor, personId, wish, dryRun);
      if (answer.kind === 'store_unknown') throw storeUnknown();
      if (answer.kind !== 'changed') throw problem(answer.kind);
      const { brandId, personId: by } = actor;
      const { person, customers, held, ended } = answer;
      if (!dryRun) request.log.info({ brandId, personId, by, changed: Object.keys(wish), ended }, 'person changed');
      return { person: personRow(person), customers, held, ended };
    });
  };
}

function timesOf({ now, hostNow }: ChangePersonDeps) {
  return { now: hostNow(), appNow: now() };
}

/** The fault of a field that names no store of the brand. */
export function storeUnknown() {
  return problem('invalid', { faults: [{ path: 'storeId', code: 'store_unknown' }] });
}

/** A person of a list as the contract describes it. */
export function personRow(person: ListedPerson): PersonRow {
  const { id, code, name, role, storeId, store, active, locked, pin, away } = person;
  return { id, code, name, role, storeId, store, active, locked, pin, away };
}

const PlaceKeys = z.tuple([TextKey, TextKey, Id]);

function placeOf(cursor: string): PeoplePlace {
  const [group, name, id] = keysOf(cursor, PlaceKeys);
  return { group, name, id };
}
