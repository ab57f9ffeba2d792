/** Routes of portfolios: read before a move, move, undo. */
import type { FastifyPluginAsync } from 'fastify';
import type { PortfolioMoved } from '#contract/customers/portfolio.ts';
import { type MoveAnswer, movePortfolio } from '#flows/customers/portfolio/move-portfolio.ts';
import { readPortfolio } from '#flows/customers/portfolio/read-portfolio.ts';
import type { MoveDeps } from '#flows/customers/portfolio/run-move.ts';
import { undoMove } from '#flows/customers/portfolio/undo-move.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function portfolioRoutes(deps: MoveDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/people/:id/portfolio', async (request) => {
      const portfolio = await readPortfolio(deps.db, requirePerson(request), request.params.id, deps.now());
      if (portfolio === null) throw problem('not_found');
      const { person, counts, colleagues, moves } = portfolio;
      return {
        person: { id: person.id, name: person.name },
        ...counts,
        colleagues,
        moves: moves.map(({ id, movedAt, movedByName, recipients, customers, undoUntil, state, progress }) => ({
          id,
          movedAt: instantText(movedAt),
          by: movedByName,
          to: recipients,
          customers,
          undoUntil: instantText(undoUntil ?? movedAt),
          isUndone: state === 'returning' || state === 'returned',
          progress,
        })),
      };
    });

    serve(app, 'POST /api/v1/people/:id/portfolio', async (request) => {
      const actor = requirePerson(request);
      const { id } = request.params;
      const { storeId, ...wish } = request.body;
      const answer = await movePortfolio(deps, actor, id, { ...wish, storeId: storeId ?? null });
      if (answer.kind === 'moved') {
        const { moveId, customers } = answer;
        request.log.info(
          { brandId: actor.brandId, personId: id, by: actor.personId, moveId, customers },
          'portfolio moved',
        );
      }
      return movedBody(answer);
    });

    serve(app, 'POST /api/v1/people/:id/portfolio/:moveId/undo', async (request) => {
      const actor = requirePerson(request);
      const { id, moveId } = request.params;
      const answer = await undoMove(deps, actor, id, moveId);
      if (answer.kind !== 'undone') throw problem(answer.kind);
      const { kind: _, ...returned } = answer;
      request.log.info({ brandId: actor.brandId, personId: id, by: actor.personId, moveId }, 'portfolio move undone');
      return returned;
    });
  };
}

function movedBody(answer: MoveAnswer): PortfolioMoved {
  if (answer.kind !== 'planned' && answer.kind !== 'moved') throw problem(answer.kind);
  const { customers, shares, held, suggestions } = answer;
  const { moveId, undoUntil, isRunning } =
    answer.kind === 'moved' ? answer : { moveId: null, undoUntil: null, isRunning: false };
  return {
    moveId,
    undoUntil: undoUntil === null ? null : instantText(undoUntil),
    customers,
    isRunning,
    to: [...shares],
    held,
    suggestions,
  };
}
