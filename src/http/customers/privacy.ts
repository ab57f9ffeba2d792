/** Routes of what customers may ask a brand to do with their data. */
import type { FastifyPluginAsync } from 'fastify';
import { type EraseDeps, eraseCustomer } from '#flows/customers/privacy/erase-customer.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function privacyRoutes(deps: EraseDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/customers/:id/erase', async (request, reply) => {
      const person = requirePerson(request);
      const customerId = request.params.id;
      const answer = await eraseCustomer(deps, person, { customerId, reason: request.body.reason });
      if (answer === 'not_found') throw problem('not_found');
      if (answer === 'import_running') throw problem('erasure_waits');
      const { brandId, personId } = person;
      request.log.info({ brandId, customerId, personId }, 'customer erased');
      return reply.code(204).send(null);
    });
  };
}
