/**
 * Routes of held contacts: read, change, pass on, cancel, restore, mark as seen (H3–H5). The id in `/holds/:id` is the
 * attempt's id.
 */
import type { FastifyPluginAsync } from 'fastify';
import type { Language } from '#contract/core/common.ts';
import type { AttemptDeps } from '#flows/contact/attempt-wish.ts';
import { type ChangeAnswer, cancelHold, changeHold, restoreHold, seeHold } from '#flows/holds/change-hold.ts';
import { readHold, readHolds } from '#flows/holds/read-holds.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { attemptBody, instantOf, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { mayReach, mayUse, ownedBy } from '#rules/people/access.ts';
import { when } from '#words/core/format.ts';
import { holdBody } from './present-hold.ts';

export function holdRoutes(deps: AttemptDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/holds', async (request) => {
      const person = requirePerson(request);
      const { state, whose, sellerId, news } = request.query;
      if (whose === 'store' && !mayUse('read_led_holds', person.role)) throw problem('forbidden');
      const language = languageOf(request);
      const search = { state, whole: whose === 'store', sellerId: sellerId ?? null, newsOnly: news ?? false };
      const now = deps.now();
      const { rows, last } = await readHolds(deps.db, person, search, parsePage(request.query), now);
      return { items: rows.map((row) => holdBody(row, language, now)), next: nextOf(last) };
    });

    serve(app, 'GET /api/v1/holds/:id', async (request) => {
      const person = requirePerson(request);
      const row = await readHold(deps.db, person.brandId, request.params.id);
      if (row === null || !mayReach('read_attempts', person, ownedBy(row))) throw problem('not_found');
      return holdBody(row, languageOf(request), deps.now());
    });

    serve(app, 'PATCH /api/v1/attempts/:id', async (request) => {
      const { text, heldUntil, sellerId } = request.body;
      const answer = await changeHold(deps, requirePerson(request), request.params.id, {
        text: text ?? null,
        heldUntil: heldUntil === undefined ? null : instantOf(heldUntil),
        sellerId: sellerId ?? null,
      });
      return changeBody(answer, languageOf(request), deps.now());
    });

    serve(app, 'POST /api/v1/attempts/:id/cancel', async (request) => {
      const answer = await cancelHold(deps, requirePerson(request), request.params.id);
      return { attempt: changeBody(answer, languageOf(request), deps.now()).attempt };
    });

    serve(app, 'POST /api/v1/attempts/:id/restore', async (request) => {
      const answer = await restoreHold(deps, requirePerson(request), request.params.id);
      return changeBody(answer, languageOf(request), deps.now());
    });

    serve(app, 'POST /api/v1/attempts/:id/seen', async (request, reply) => {
      const answer = await seeHold(deps, requirePerson(request), request.params.id);
      if (answer === 'not_found') throw problem('not_found');
      return reply.code(204).send(null);
    });
  };
}

function changeBody(answer: ChangeAnswer, language: Language, now: number) {
  if (answer.kind === 'changed') {
    return { attempt: attemptBody(answer.attempt), heldUntil: instantTextOrNull(answer.attempt.heldUntil) };
  }
  if (answer.kind === 'has_one') {
    throw problem('already_held', {}, { seller: answer.sellerFirstName, customer: answer.customerFirstName });
  }
  if (answer.kind !== 'time_quiet') throw problem(answer.kind);
  const { offered, zone } = answer;
  const opens = offered === null ? null : when(language, offered, now, zone);
  throw problem('time_quiet', { suggestedReleaseAt: instantTextOrNull(offered) }, opens === null ? {} : { opens });
}
