/**
 * Runs the dispatcher in every server: each second, when called, and when the clock is moved, it gives held contacts
 * new minutes and releases the due ones. A hold is never released twice (H1).
 */
import type { Database } from '#db/core/db.ts';
import { findBrandsWithDue } from '#db/holds/due-holds.ts';
import type { ReleaseDeps, ReleaseResult } from '#flows/holds/release-batch.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';

export interface DispatcherDeps extends ReleaseDeps {
  readonly db: Database;
  /** Called after the commit with the holds that were released. */
  readonly onReleased: (released: readonly ReleaseResult[]) => void;
  readonly onError: (error: unknown) => void;
}

export interface Dispatcher {
  /** Starts a round at once; during a round, starts one more after it. Resolves when the round ends. */
  wake(): Promise<void>;
  /** Stops the dispatcher and waits for the current round. */
  close(): Promise<void>;
  /** When the dispatcher last completed a step, by the host's clock; before the first step, when it was started. */
  lastStepAt(): number;
}

const TICK_MS = 1_000;
/** How many holds one transaction releases. Other transactions wait for the brand's ledger no longer than that. */
const BATCH = 200;
/** How many holds one transaction retimes. A publication waits no longer than that transaction takes. */
const RETIME_CHUNK = 1_000;
/**
 * How many holds are retimed between two batches of releases: 10,000 are retimed within five seconds, and due ones are
 * released meanwhile.
 */
const RETIMED_A_BATCH = 2_000;
/** How many batches of one brand run before the dispatcher goes on to the next brand. */
const BATCHES_A_TURN = 5;

export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  let round: Promise<void> | null = null;
  let again = false;
  let isClosed = false;
  let lastStepAt = deps.hostNow();
  const step = () => {
    lastStepAt = deps.hostNow();
  };

  const runRounds = async (): Promise<void> => {
    do {
      again = false;
      again = (await dispatch(deps, () => isClosed, step)) || again;
      step();
    } while (again && !isClosed);
  };
  const wake = (): Promise<void> => {
    if (isClosed) return Promise.resolve();
    if (round !== null) {
      again = true;
      return round;
    }
    round = runRounds()
      .catch(deps.onError)
      .finally(() => {
        round = null;
      });
    return round;
  };
  const timer = setInterval(wake, TICK_MS);
  timer.unref();
  return {
    wake,
    lastStepAt: () => lastStepAt,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}

/**
 * Works off what is due now, brand by brand. A brand that fails does not stop the others. Returns whether more is due.
 */
async function dispatch(deps: DispatcherDeps, isOver: () => boolean, step: () => void): Promise<boolean> {
  // While the host's clock is unsafe, nothing is due (D8).
  if (!deps.clockIsSafe()) return false;
  let more = false;
  const [due] = await deps.db.readOutside((db) =>
    db.run(findBrandsWithDue, { byApp: deps.now(), byHost: deps.hostNow() }),
  );
  for (const brandId of due?.brandIds ?? []) {
    try {
      more = (await dispatchBrand(deps, brandId, isOver, step)) || more;
    } catch (error) {
      deps.onError(error);
    }
  }
  return more;
}

/**
 * Works off one brand. Retiming comes first, so that sellers learn new minutes early. While the hours change again and
 * again, retiming never ends; so due holds are released between the portions. Returns whether the brand has more to do.
 */
async function dispatchBrand(
  deps: DispatcherDeps,
  brandId: string,
  isOver: () => boolean,
  step: () => void,
): Promise<boolean> {
  for (let batches = 0; batches < BATCHES_A_TURN; batches++) {
    let stale = true;
    for (let retimed = 0; stale && retimed < RETIMED_A_BATCH; retimed += RETIME_CHUNK) {
      if (isOver() || !deps.clockIsSafe()) return false;
      const { found } = await retimeHolds(deps, brandId, RETIME_CHUNK);
      step();
      stale = found === RETIME_CHUNK;
    }
    if (isOver() || !deps.clockIsSafe()) return false;
    const { released, claimed, failures, isDatabaseBlocked } = await releaseDue(deps, brandId, BATCH);
    step();
    if (released.length > 0) deps.onReleased(released);
    for (const failure of failures) deps.onError(failure);
    if (isDatabaseBlocked || (!stale && claimed < BATCH)) return false;
  }
  return true;
}
