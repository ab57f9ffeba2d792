/** Moves a seller's portfolio in a store to one colleague, or spreads it over the store's active sellers (H3, H4). */
import { findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { findMove, insertMove, insertPlannedStep } from '#db/customers/portfolio-moves.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type HeldChoice, UNDO_MS } from '#rules/customers/portfolio-move.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { STEP_SIZE } from './lock-step.ts';
import { type MovePlan, type MoveRefusal, type MoveWish, planMove } from './plan-move.ts';
import { type MoveDeps, runMoveBriefly } from './run-move.ts';

export interface PortfolioWish {
  readonly to: string | 'spread';
  readonly held: HeldChoice;
  /** The store whose customers move; null: the person's present store. */
  readonly storeId: string | null;
  readonly dryRun: boolean;
}

/**
 * `planned`: what would move. `moved`: what was moved so far; `isRunning`: the rest is being moved. `portfolio_empty`: there is no customer to move. `move_running`:
 * another move of this portfolio is being written.
 */
export type MoveAnswer =
  | (Omit<MovePlan, 'kind' | 'assignments'> & { readonly kind: 'planned'; readonly customers: number })
  | (Omit<MovePlan, 'kind' | 'assignments'> & {
      readonly kind: 'moved';
      readonly customers: number;
      readonly moveId: string;
      readonly undoUntil: Instant;
      readonly isRunning: boolean;
    })
  | MoveRefusal
  | { readonly kind: 'not_found' | 'portfolio_empty' | 'move_running' };

/** Moves the portfolio, or says what would move. The move can be undone for a day. */
export async function movePortfolio(
  deps: MoveDeps,
  actor: PersonActor,
  personId: string,
  { to, held, storeId: named, dryRun }: PortfolioWish,
): Promise<MoveAnswer> {
  const { db, now } = deps;
  const { brandId } = actor;
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  const storeId = named ?? person?.storeId ?? null;
  if (!person || storeId === null || !mayReach('move_portfolio', actor, { personId: null, storeId })) {
    return { kind: 'not_found' };
  }
  const at = now();
  const wish: MoveWish = { brandId, kind: 'portfolio', fromId: personId, storeId, to, held };
  const plan = await db.read(brandId, (reads) => planMove(reads, wish, at));
  if (plan.kind !== 'planned') return plan;
  const { assignments, ...counts } = plan;
  if (dryRun) return { ...counts, customers: assignments.length };
  if (assignments.length === 0) return { kind: 'portfolio_empty' };
  const moveId = await startMove(deps, wish, plan, { by: actor.personId, at, undoUntil: at + UNDO_MS });
  if (moveId === null) return { kind: 'move_running' };
  const [move] = await db.read(brandId, (reads) => reads.run(findMove, { brandId, id: moveId }));
  if (!move) throw new Error(`The move ${moveId} has no row: check the table portfolio_moves.`);
  const { customers, suggestions, holdsPassed: passed, holdsEnded: ended } = move;
  const written = { customers, suggestions, held: { ...counts.held, passed, ended } };
  return { ...counts, ...written, kind: 'moved', moveId, undoUntil: at + UNDO_MS, isRunning: move.state === 'moving' };
}

/**
 * Stores the plan and begins to write it. Returns the move's id; null while another move of the same person is being written, or
 * where `claim`, which belongs to the first transaction, returns false.
 */
export async function startMove(
  deps: MoveDeps,
  { brandId, to, ...wish }: MoveWish,
  { assignments }: MovePlan,
  terms: { readonly by: string; readonly at: Instant; readonly undoUntil: Instant | null },
  claim: (tx: Tx, moveId: string) => Promise<boolean> = async () => true,
): Promise<string | null> {
  const id = deps.newId();
  // Customers with neighbouring ids lie in the same pages of the database: a step reads few of them.
  const inOrder = assignments.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  try {
    await deps.db.inBrand(brandId, async (tx) => {
      tx.send(insertMove, { brandId, id, ...wish, ...terms, toId: to === 'spread' ? null : to });
      if (!(await claim(tx, id))) throw new Unclaimed();
      for (let number = 0; number * STEP_SIZE < assignments.length; number += 1) {
        const step = inOrder.slice(number * STEP_SIZE, (number + 1) * STEP_SIZE);
        const customerIds = step.map(({ customerId }) => customerId);
        tx.send(insertPlannedStep, { brandId, moveId: id, number, customerIds, toIds: step.map(({ toId }) => toId) });
      }
    });
  } catch (error) {
    if (error instanceof Unclaimed || findBrokenConstraint(error) === 'portfolio_moves_running') return null;
    throw error;
  }
  await runMoveBriefly(deps, brandId, id);
  return id;
}

/** Thrown to roll back a move that was not claimed. */
class Unclaimed extends Error {}
