/** Starts and ends days off, and continues moves whose server died. This runs in every server, each 30 seconds and when it is called. */
import type { Database } from '#db/core/db.ts';
import { findBrandsWithMovesDue, findUnfinishedMoves } from '#db/customers/portfolio-moves.ts';
import { carryOutDueAbsences } from '#flows/customers/absences/carry-out-absence.ts';
import { type MoveDeps, runMove } from '#flows/customers/portfolio/run-move.ts';

export interface DueMovesDeps extends MoveDeps {
  readonly db: Database;
  readonly clockIsSafe: () => boolean;
  readonly onError: (error: unknown) => void;
  /** Whether the server ends: then a move is left between two steps, and another server goes on with it. */
  readonly isClosing?: () => boolean;
}

export interface DueMoves {
  /** Starts a round at once; resolves when the round ends. */
  wake(): Promise<void>;
  /** Stops the rounds and waits for the current one. */
  close(): Promise<void>;
}

const EVERY_MS = 30_000;

export function startDueMoves(deps: DueMovesDeps): DueMoves {
  let round = Promise.resolve();
  let isClosed = false;
  const wake = () => {
    if (!isClosed) round = round.then(() => doDueMoves({ ...deps, isClosing: () => isClosed })).catch(deps.onError);
    return round;
  };
  const timer = setInterval(wake, EVERY_MS);
  timer.unref();
  return {
    wake,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}

/** Works off what is due now, brand by brand. A brand that fails is reported and does not stop the others. */
export async function doDueMoves(deps: DueMovesDeps): Promise<void> {
  const { db, now, onError, isClosing = () => false } = deps;
  const [due] = await db.readOutside((reads) => reads.run(findBrandsWithMovesDue, { byApp: now() }));
  for (const brandId of due?.brandIds ?? []) {
    if (isClosing()) return;
    try {
      for (const { id } of await db.read(brandId, (reads) => reads.run(findUnfinishedMoves, { brandId }))) {
        await runMove(deps, brandId, id, isClosing);
      }
      // D8: no absence starts or ends while the clock is unsafe.
      if (deps.clockIsSafe()) await carryOutDueAbsences(deps, brandId);
    } catch (error) {
      onError(error);
    }
  }
}
