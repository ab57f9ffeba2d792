/** Undoes the move of a portfolio, as far as customers still are where the move put them. */
import { type Db, findBrokenConstraint } from '#db/core/db.ts';
import { beginReturn, countMoveCustomers, countMoveItems, findMove, lockMove } from '#db/customers/portfolio-moves.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach } from '#rules/people/access.ts';
import { type MoveDeps, runMoveBriefly } from './run-move.ts';

/** How much of a move returned. `stayed`: why customers stay where they are. */
export interface Returned {
  readonly returned: number;
  readonly stayed: { readonly movedOn: number; readonly otherStore: number; readonly gone: number };
  readonly held: { readonly returned: number; readonly stayed: number };
  readonly suggestions: { readonly returned: number; readonly stayed: number };
}

/** `undone`: what returned so far; `isRunning`: the rest is returning. `undo_over`: the day has passed. `move_undone`: the move was undone before. */
export type UndoAnswer =
  | (Returned & { readonly kind: 'undone'; readonly isRunning: boolean })
  | { readonly kind: 'not_found' | 'undo_over' | 'move_undone' | 'move_running' };

/** Undoes a move of this person's portfolio, for a day after it. */
export async function undoMove(
  deps: MoveDeps,
  actor: PersonActor,
  personId: string,
  moveId: string,
): Promise<UndoAnswer> {
  const { db, now } = deps;
  const { brandId } = actor;
  const [move] = await db.read(brandId, (reads) => reads.run(findMove, { brandId, id: moveId }));
  const isTheirs = move?.kind === 'portfolio' && move.fromId === personId;
  if (!isTheirs || !mayReach('move_portfolio', actor, { personId: null, storeId: move.storeId })) {
    return { kind: 'not_found' };
  }
  if (move.state === 'moving' && !(await runMoveBriefly(deps, brandId, moveId))) return { kind: 'move_running' };
  if (move.undoUntil !== null && now() >= move.undoUntil) return { kind: 'undo_over' };
  const begun = await returnMove(deps, brandId, moveId, actor.personId);
  if (begun !== 'returned' && begun !== 'returning') return { kind: begun };
  const isRunning = begun === 'returning';
  return { kind: 'undone', isRunning, ...(await db.read(brandId, (reads) => countReturned(reads, brandId, moveId))) };
}

/** Returns what still is where a move put it. `by` null: the absence of the move ended by itself. `returning`: the background work goes on. */
export async function returnMove(
  deps: MoveDeps,
  brandId: string,
  moveId: string,
  by: string | null,
): Promise<'returned' | 'returning' | 'move_undone' | 'move_running'> {
  const { db, now } = deps;
  try {
    const state = await db.inBrand(brandId, async (tx) => {
      const [move] = await tx.run(lockMove, { brandId, id: moveId });
      if (move?.state === 'moved') tx.send(beginReturn, { brandId, id: moveId, by, at: now() });
      return move?.state;
    });
    if (state !== 'moved') return state === 'moving' ? 'move_running' : 'move_undone';
  } catch (error) {
    if (findBrokenConstraint(error) === 'portfolio_moves_running') return 'move_running';
    throw error;
  }
  return (await runMoveBriefly(deps, brandId, moveId)) ? 'returned' : 'returning';
}

/** Counts what returned by the undo of a move or by the end of an absence. */
export async function countReturned(reads: Db, brandId: string, moveId: string): Promise<Returned> {
  const [customers, items] = await Promise.all([
    reads.run(countMoveCustomers, { brandId, moveId }),
    reads.run(countMoveItems, { brandId, moveId }),
  ]);
  const countOf = (wanted: string) =>
    customers.find(({ state, stayedBecause }) => (stayedBecause ?? state) === wanted)?.count ?? 0;
  const itemsOf = (wanted: 'hold' | 'suggestion') => {
    const { count, returned } = items.find(({ kind }) => kind === wanted) ?? { count: 0, returned: 0 };
    return { returned, stayed: count - returned };
  };
  const stayed = { movedOn: countOf('moved_on'), otherStore: countOf('other_store'), gone: countOf('gone') };
  return { returned: countOf('returned'), stayed, held: itemsOf('hold'), suggestions: itemsOf('suggestion') };
}
