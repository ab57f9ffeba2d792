/** Routes that merge two records of one customer, undo a merge, and list likely duplicates. */
import type { FastifyPluginAsync } from 'fastify';
import { findDuplicates } from '#flows/customers/merge/find-duplicates.ts';
import { type MergeDeps, mergeCustomer } from '#flows/customers/merge/merge-customer.ts';
import { unmergeCustomer } from '#flows/customers/merge/unmerge-customer.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function mergeRoutes(deps: MergeDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/customers/:id/duplicates', async (request) => {
      const items = await findDuplicates(deps.db, requirePerson(request), request.params.id);
      if (items === null) throw problem('not_found');
      return {
        items: items.map(({ id, name, phone, storeName, sellerName, signs }) => ({
          ...{ id, name, phone, storeName, sellerName },
          signs: [...signs],
        })),
      };
    });

    serve(app, 'POST /api/v1/customers/:id/merge', async (request) => {
      const person = requirePerson(request);
      const { into: intoId, dryRun } = request.body;
      const fromId = request.params.id;
      const answer = await mergeCustomer(deps, person, { fromId, intoId }, { dryRun });
      if (answer.kind !== 'merged' && answer.kind !== 'planned') throw problem(answer.kind);
      if (answer.kind === 'merged')
        request.log.info({ brandId: person.brandId, fromId, intoId, personId: person.personId }, 'customers merged');
      const { filled, permission, isStopped: stopped, listedOn: doNotCallOn, held, suggestions } = answer;
      return {
        ...{ id: intoId, filled: [...filled], permission, stopped, doNotCallOn, held, suggestions },
        undoUntil: answer.kind === 'merged' ? instantText(answer.undoUntil) : null,
      };
    });

    serve(app, 'POST /api/v1/customers/:id/unmerge', async (request) => {
      const person = requirePerson(request);
      const answer = await unmergeCustomer(deps, person, request.params.id);
      if (answer.kind !== 'unmerged') throw problem(answer.kind);
      const { fromId, intoId } = answer;
      request.log.info({ brandId: person.brandId, fromId, intoId, personId: person.personId }, 'customers separated');
      return { id: fromId, into: intoId };
    });
  };
}
