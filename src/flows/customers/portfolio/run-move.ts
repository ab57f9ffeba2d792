/**
 * Writes a planned move, or its return, in short transactions, so that no decision waits for a whole portfolio. A move
 * whose server died is continued by any other server.
 */
import { Collision } from '#db/core/connection/unreachable.ts';
import { type Database, isLockTimeout, type Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { lockMove, setMoveState } from '#db/customers/portfolio-moves.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { LockedMove } from './lock-step.ts';
import { writeMoveStep } from './move-step.ts';
import { writeReturnStep } from './return-step.ts';

export interface MoveDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
  /** Called where a request leaves a move unfinished, so that the background work of this server goes on with the move. */
  readonly continueMoves?: () => void;
}

/**
 * Writes the steps that are left of a move or of its return, until none is left or `isOver` says so between two steps.
 * Returns whether the move is finished.
 */
export async function runMove(
  deps: MoveDeps,
  brandId: string,
  moveId: string,
  isOver: () => boolean = () => false,
): Promise<boolean> {
  while (await writeStep(deps, brandId, moveId)) if (isOver()) return false;
  return true;
}

/**
 * Writes steps for a request: a browser waits 15 s for an answer, and 20,000 customers take longer. What is left after
 * three seconds is written in the background, so that neither a closed tab nor a server that ends stops the move.
 */
export async function runMoveBriefly(deps: MoveDeps, brandId: string, moveId: string): Promise<boolean> {
  const until = deps.hostNow() + REQUEST_MS;
  const isFinished = await runMove(deps, brandId, moveId, () => deps.hostNow() >= until);
  if (!isFinished) deps.continueMoves?.();
  return isFinished;
}

const REQUEST_MS = 3_000;

/** Writes one step; a step that had to wait for a lock too long is tried again. Returns whether steps are left. */
async function writeStep(deps: MoveDeps, brandId: string, moveId: string): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await deps.db.inBrand(brandId, async (tx) => {
        tx.send(setLockTimeout, {});
        const [move] = await tx.run(lockMove, { brandId, id: moveId });
        if (move?.state === 'moving') {
          return (await writeMoveStep(tx, brandId, move, deps.now())) || end(deps, tx, brandId, move, 'moved');
        }
        if (move?.state === 'returning') {
          return (await writeReturnStep(tx, brandId, move, deps.now())) || end(deps, tx, brandId, move, 'returned');
        }
        return false;
      });
    } catch (error) {
      if (!(error instanceof Collision || isLockTimeout(error)) || tries === STEP_TRIES) throw error;
    }
  }
}

/** Ends the move, and tells the open screens of the store to read suggestions and held contacts again. */
async function end(
  { hostNow }: MoveDeps,
  tx: Tx,
  brandId: string,
  { id, storeId }: LockedMove,
  state: 'moved' | 'returned',
): Promise<false> {
  tx.send(setMoveState, { brandId, id, state });
  const place = { personId: null, storeId } as const;
  await publishLiveEvent(
    tx,
    brandId,
    hostNow(),
    { kind: 'attempt', ...place, body: { holds: true } },
    { kind: 'suggestion', ...place, body: { portfolio: true } },
  );
  return false;
}

const STEP_TRIES = 10;
