/** Wakes up for held contacts: each second, when told, and when the clock is moved; in every server, none twice (H1). */
import type { Database } from '#db/core/db.ts';
import { findBrandsWithDue } from '#db/holds/due-holds.ts';
import type { ReleaseDeps, Released } from '#flows/holds/release-batch.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';

export interface DispatcherDeps extends ReleaseDeps {
  readonly db: Database;
  /** What happened, after its commit. */
  readonly onReleased: (released: readonly Released[]) => void;
  readonly onError: (error: unknown) => void;
}

export interface Dispatcher {
  /** Looks at once; while it looks, once more afterwards. Resolves when that look is over. */
  wake(): Promise<void>;
  /** Lets the round under way end. */
  close(): Promise<void>;
  /** When it last got a step further, by the host's clock; before its first step, when it was started. */
  lastStepAt(): number;
}

const TICK_MS = 1_000;
/** As many as one transaction releases: others wait for the brand's ledger no longer than that. */
const BATCH = 200;
/** A publication waits no longer than one of these takes. */
const RETIME_CHUNK = 1_000;
/** So many contacts are looked at anew between two batches: ten thousand within five seconds, and what is due goes on. */
const RETIMED_A_BATCH = 2_000;
/** A brand that has more to do than this waits until the others had their turn. */
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

/** What is due now, brand by brand, one after the other: a brand that fails stops no other. Answers whether there is more. */
async function dispatch(deps: DispatcherDeps, isOver: () => boolean, step: () => void): Promise<boolean> {
  // D8: with a clock that cannot be trusted nothing is due.
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
 * One brand's turn. Times come first, so that what waits is told of its new minute early; but under one change after
 * another they are never done, so what is due has its share between them. Answers whether there is more.
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
