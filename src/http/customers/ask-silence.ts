/** Routes of the silences that customers asked for (D4b). */
import type { FastifyPluginAsync } from 'fastify';
import { type AskSilenceDeps, askSilence, endSilence } from '#flows/customers/silences/ask-silence.ts';
import { markSilenceSeen } from '#flows/customers/silences/silence-news.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function askSilenceRoutes(deps: AskSilenceDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/customers/:id/silences', async (request, reply) => {
      const author = requirePerson(request);
      const { id: customerId } = request.params;
      const answer = await askSilence(deps, author, customerId, request.body);
      if (answer.kind === 'not_found') throw problem('not_found');
      if (answer.kind === 'too_many') throw problem('silences_full');
      if (answer.kind === 'faults') throw problem('invalid', { faults: answer.faults });
      const { id, moved, leavesNoTime } = answer;
      const ids = { brandId: author.brandId, customerId, personId: author.personId, silenceId: id };
      request.log.info({ ...ids, moved }, 'silence asked for');
      return reply.code(201).send({ id, movedHolds: moved, leavesNoTime });
    });

    serve(app, 'DELETE /api/v1/customers/:id/silences/:silenceId', async (request, reply) => {
      const author = requirePerson(request);
      const { id: customerId, silenceId } = request.params;
      const ended = await endSilence(deps, author, { customerId, silenceId });
      if (ended === 'not_found') throw problem('not_found');
      const ids = { brandId: author.brandId, customerId, personId: author.personId, silenceId };
      request.log.info(ids, 'silence ended');
      return reply.code(204).send(null);
    });

    serve(app, 'POST /api/v1/customers/:id/silences/:silenceId/seen', async (request, reply) => {
      const { id: customerId, silenceId } = request.params;
      const isMarked = await markSilenceSeen(deps, requirePerson(request), { customerId, silenceId });
      if (!isMarked) throw problem('not_found');
      return reply.code(204).send(null);
    });
  };
}
