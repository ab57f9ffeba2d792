/** Shapes of moves of portfolios: the wish, the preview, the result, and the undo. */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';

/** Who gets the customers: a person of the same store, or in equal shares all active sellers of the store. */
export const MoveTo = z.union([z.literal('spread'), Id]);

/**
 * `held`: what becomes of held contacts: they end as reassigned (`end`), or are passed on with the customer and keep
 * their minute. `storeId`: the store whose customers move, where it is not the person's present one. `dryRun`: only
 * answer what would move.
 */
export const MovePortfolio = z.strictObject({
  to: MoveTo,
  held: z.enum(['end', 'pass_on']).default('end'),
  storeId: Id.optional(),
  dryRun: z.boolean().default(false),
});

export const Share = z.object({ id: Id, name: z.string(), customers: z.int() });

/** What moves, or moved. `kept`: held contacts that stay, because a manager had passed them on. */
export const PortfolioMoved = z.object({
  /** Null: a dry run. */
  moveId: Id.nullable(),
  undoUntil: InstantText.nullable(),
  customers: z.int(),
  /** Whether the rest is being moved: `GET` says how far the move is. `to` then says what each will get. */
  isRunning: z.boolean(),
  to: z.array(Share),
  held: z.object({ passed: z.int(), ended: z.int(), kept: z.int() }),
  suggestions: z.int(),
});
export type PortfolioMoved = z.infer<typeof PortfolioMoved>;

const BackAndStayed = z.object({ returned: z.int(), stayed: z.int() });

/**
 * What returned. `movedOn`: customers who are with another seller by now. `otherStore`: of another store by now.
 * `gone`: erased, or joined with another customer. A held contact that had ended does not return.
 */
export const PortfolioReturned = z.object({
  returned: z.int(),
  /** Whether the rest is returning: `GET` says how far the return is. */
  isRunning: z.boolean(),
  stayed: z.object({ movedOn: z.int(), otherStore: z.int(), gone: z.int() }),
  held: BackAndStayed,
  suggestions: BackAndStayed,
});
export type PortfolioReturned = z.infer<typeof PortfolioReturned>;

/** What a manager sees before a move, and the moves of the last day. */
export const Portfolio = z.object({
  person: z.object({ id: Id, name: z.string() }),
  customers: z.int(),
  held: z.int(),
  suggestions: z.int(),
  colleagues: z.array(z.object({ id: Id, name: z.string(), isSeller: z.boolean(), isAway: z.boolean() })),
  moves: z.array(
    z.object({
      id: Id,
      movedAt: InstantText,
      by: z.string(),
      to: z.array(Share),
      customers: z.int(),
      undoUntil: InstantText,
      /** Whether the move was undone already. */
      isUndone: z.boolean(),
      /** How many customers are done of a move, or of its undo, that is being written; null: nothing is left to write. */
      progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    }),
  ),
});
export type Portfolio = z.infer<typeof Portfolio>;
