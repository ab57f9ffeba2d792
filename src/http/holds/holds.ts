/** What waits: read, changed, cancelled, restored, passed on (H3–H5). */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Attempt } from '#contract/contact/attempt.ts';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { Changed, ChangeHold, Hold, HoldList, HoldQuery } from '#contract/holds/hold.ts';
import type { AttemptDeps } from '#flows/contact/attempt-contact.ts';
import { type ChangeAnswer, cancelHold, changeHold, restoreHold, seeHold } from '#flows/holds/change-hold.ts';
import { readHold, readHolds } from '#flows/holds/read-holds.ts';
import { maySee } from '#http/contact/attempt-story.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { nextOf, pageAsked } from '#http/core/page-cursor.ts';
import { attemptBody, instantOf, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { when } from '#words/core/format.ts';
import { pickLanguage } from '#words/core/language.ts';
import { holdBody } from './present-hold.ts';

export function holdRoutes(deps: AttemptDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['contact'];
    const params = z.object({ id: Id });
    const refusals = { 400: Problem, 404: Problem, 409: Problem };

    app.get(
      '/api/v1/holds',
      {
        schema: {
          tags,
          summary: 'What waits, what is ready, what is over',
          querystring: HoldQuery,
          response: { 200: HoldList },
        },
      },
      async (request) => {
        const person = requirePerson(request);
        const { state, whose, sellerId, news } = request.query;
        if (whose === 'store' && person.role === 'seller') throw problem('forbidden');
        const language = pickLanguage(request.headers['accept-language']);
        const search = { state, whole: whose === 'store', sellerId: sellerId ?? null, newsOnly: news ?? false };
        const now = deps.now();
        const { rows, last } = await readHolds(deps.db, person, search, pageAsked(request.query), now);
        return { items: rows.map((row) => holdBody(row, language, now)), next: nextOf(last) };
      },
    );

    app.get(
      '/api/v1/holds/:id',
      {
        schema: {
          tags,
          summary: 'What became of one attempt that was left for later; `id` is the attempt’s',
          params,
          response: { 200: Hold, 404: Problem },
        },
      },
      async (request) => {
        const person = requirePerson(request);
        const row = await readHold(deps.db, person.brandId, request.params.id);
        if (row === null || !maySee(person, row)) throw problem('not_found');
        return holdBody(row, pickLanguage(request.headers['accept-language']), deps.now());
      },
    );

    app.patch(
      '/api/v1/attempts/:id',
      {
        schema: {
          tags,
          summary: 'Change what waits',
          params,
          body: ChangeHold,
          response: { 200: Changed, ...refusals },
        },
      },
      async (request) => {
        const { text, heldUntil, sellerId } = request.body;
        const answer = await changeHold(deps, requirePerson(request), request.params.id, {
          text: text ?? null,
          heldUntil: heldUntil === undefined ? null : instantOf(heldUntil),
          sellerId: sellerId ?? null,
        });
        return changed(answer, request.headers['accept-language'], deps.now());
      },
    );

    app.post(
      '/api/v1/attempts/:id/cancel',
      { schema: { tags, params, response: { 200: z.object({ attempt: Attempt }), ...refusals } } },
      async (request) => {
        const answer = await cancelHold(deps, requirePerson(request), request.params.id);
        return { attempt: changed(answer, request.headers['accept-language'], deps.now()).attempt };
      },
    );

    app.post(
      '/api/v1/attempts/:id/restore',
      { schema: { tags, summary: 'Undo a cancel', params, response: { 200: Changed, ...refusals } } },
      async (request) => {
        const answer = await restoreHold(deps, requirePerson(request), request.params.id);
        return changed(answer, request.headers['accept-language'], deps.now());
      },
    );

    app.post(
      '/api/v1/attempts/:id/seen',
      { schema: { tags, summary: 'I have read what became of it', params, response: { 204: z.null(), 404: Problem } } },
      async (request, reply) => {
        const answer = await seeHold(deps, requirePerson(request), request.params.id);
        if (answer === 'not_found') throw problem('not_found');
        return reply.code(204).send(null);
      },
    );
  };
}

function changed(answer: ChangeAnswer, accepted: string | undefined, now: number) {
  if (answer.kind === 'changed') {
    return { attempt: attemptBody(answer.attempt), heldUntil: instantTextOrNull(answer.attempt.heldUntil) };
  }
  if (answer.kind === 'has_one') {
    throw problem('already_held', {}, { seller: answer.sellerFirstName, customer: answer.customerFirstName });
  }
  if (answer.kind !== 'time_quiet') throw problem(answer.kind);
  const { offered, zone } = answer;
  const opens = offered === null ? null : when(pickLanguage(accepted), offered, now, zone);
  throw problem('time_quiet', { suggestedReleaseAt: instantTextOrNull(offered) }, opens === null ? {} : { opens });
}
