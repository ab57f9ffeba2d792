/** Routes of days off: list, make, pass on, end early. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Absence } from '#contract/customers/absence.ts';
import {
  endAbsenceEarly,
  type ListedAbsence,
  passAbsenceOn,
  readAbsences,
} from '#flows/customers/absences/change-absence.ts';
import { makeAbsence } from '#flows/customers/absences/make-absence.ts';
import type { MoveDeps } from '#flows/customers/portfolio/run-move.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function absenceRoutes(deps: MoveDeps): FastifyPluginAsync {
  const list = async (request: FastifyRequest, personId: string | null) => {
    const rows = await readAbsences(deps.db, requirePerson(request), personId, deps.now());
    return (rows ?? notFound()).map(absenceBody);
  };
  const read = async (request: FastifyRequest, personId: string, id: string) =>
    (await list(request, personId)).find((each) => each.id === id) ?? notFound();

  return async (app) => {
    serve(app, 'GET /api/v1/absences', async (request) => ({ items: await list(request, null), next: null }));

    serve(app, 'GET /api/v1/people/:id/absences', async (request) => {
      return { items: await list(request, request.params.id), next: null };
    });

    serve(app, 'POST /api/v1/people/:id/absences', async (request, reply) => {
      const { id } = request.params;
      const answer = await makeAbsence(deps, requirePerson(request), id, request.body);
      if (answer.kind === 'faulty') throw problem('invalid', { faults: [answer.fault] });
      if (answer.kind === 'made') {
        trace(request, id, answer.id, 'absence made');
        return reply.code(201).send(await read(request, id, answer.id));
      }
      if (answer.kind !== 'planned') throw problem(answer.kind);
      const { plan } = answer;
      if (plan === null) return { plan };
      const { assignments, shares, held, suggestions } = plan;
      const { passed, kept } = held;
      return { plan: { customers: assignments.length, to: [...shares], held: { passed, kept }, suggestions } };
    });

    serve(app, 'POST /api/v1/people/:id/absences/:absenceId/pass', async (request) => {
      const { id, absenceId } = request.params;
      const answer = await passAbsenceOn(deps, requirePerson(request), id, absenceId, request.body.to);
      if (answer.kind !== 'passed') throw problem(answer.kind);
      trace(request, id, absenceId, 'absence passed on');
      return read(request, id, absenceId);
    });

    serve(app, 'POST /api/v1/people/:id/absences/:absenceId/end', async (request) => {
      const { id, absenceId } = request.params;
      const answer = await endAbsenceEarly(deps, requirePerson(request), id, absenceId);
      if (answer.kind !== 'ended') throw problem(answer.kind);
      trace(request, id, absenceId, 'absence ended');
      const { returned } = answer;
      return { returned: returned && { held: returned.held, suggestions: returned.suggestions } };
    });
  };
}

/** Writes an administrative change to the log: who changed which person's absence. */
function trace(request: FastifyRequest, personId: string, absenceId: string, what: string): void {
  const { brandId, personId: by } = requirePerson(request);
  request.log.info({ brandId, personId, absenceId, by }, what);
}

function absenceBody(row: ListedAbsence): Absence {
  const { id, personId, personName, fromOn, untilOn, startsAt, endsAt, passes, passToName, recipients } = row;
  return {
    id,
    person: { id: personId, name: personName },
    from: fromOn,
    until: untilOn,
    state: row.state,
    startsAt: instantText(startsAt),
    endsAt: instantText(endsAt),
    passesTo: passes === 'nothing' ? null : { name: passToName },
    passed:
      row.moveId === null
        ? null
        : { to: [...recipients], suggestions: row.suggestions ?? 0, held: row.holdsPassed ?? 0 },
  };
}

function notFound(): never {
  throw problem('not_found');
}
