/** Routes of the vendor's support people: who there is, and who may still sign in. */
import type { FastifyPluginAsync } from 'fastify';
import { changeSupportPerson, readSupportPeople, type SupportPeopleDeps } from '#flows/sign-in/support-people.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function supportPeopleRoutes(deps: SupportPeopleDeps): FastifyPluginAsync {
  const change = async (authorId: string, accountId: string, active: boolean): Promise<void> => {
    const answer = await changeSupportPerson(deps, authorId, accountId, active);
    if (answer !== 'done') throw problem(answer === 'author_inactive' ? 'signed_out' : answer);
  };
  return async (app) => {
    serve(app, 'GET /api/v1/support-people', async (request) => {
      requireSupport(request);
      const people = await readSupportPeople(deps);
      const items = people.map(({ createdAt, lastUsedAt, ...person }) => ({
        ...person,
        createdAt: instantText(createdAt.getTime()),
        lastUsedAt: lastUsedAt && instantText(lastUsedAt.getTime()),
      }));
      return { items, next: null };
    });

    serve(app, 'POST /api/v1/support-people/:id/deactivate', async (request, reply) => {
      await change(requireSupport(request).supportId, request.params.id, false);
      return reply.code(204).send(null);
    });

    serve(app, 'POST /api/v1/support-people/:id/reactivate', async (request, reply) => {
      await change(requireSupport(request).supportId, request.params.id, true);
      return reply.code(204).send(null);
    });
  };
}
