/** Routes with which managers move a seller's portfolio, and undo the move for a day. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { MovePortfolio, Portfolio, PortfolioMoved, PortfolioReturned } from '#contract/customers/portfolio.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';

export const PORTFOLIO_ROUTES = {
  'GET /api/v1/people/:id/portfolio': {
    may: ['move_portfolio'],
    tags: ['people'],
    summary: 'Read how large a person’s portfolio is, who could get it, and the moves of the last day',
    params: OfId,
    response: { 200: Portfolio, 404: Problem },
  },
  'POST /api/v1/people/:id/portfolio': {
    may: ['move_portfolio'],
    tags: ['people'],
    summary: 'Move a person’s portfolio to a colleague, or spread it over the sellers of the store',
    description:
      'Customers are taken in the order of their names, then ids, and the sellers in the order of theirs: the first customer goes to the first seller. The same data give the same shares, which differ by one customer at most.',
    params: OfId,
    body: MovePortfolio,
    response: { 200: PortfolioMoved, 400: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/people/:id/portfolio/:moveId/undo': {
    may: ['move_portfolio'],
    tags: ['people'],
    summary: 'Undo a move of the last day, for the customers who still are where the move put them',
    params: z.object({ id: Id, moveId: Id }),
    response: { 200: PortfolioReturned, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
