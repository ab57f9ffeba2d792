/** Queues the mails with the summary of each brand's week: every 15 minutes, at the start, and when the demo's clock is moved. */
import { listBrandIds } from '#db/people/brand-list.ts';
import { type QueueWeekMailsDeps, queueWeekMails } from '#flows/mail/queue-week-mails.ts';

export interface WeekMailsDeps extends QueueWeekMailsDeps {
  readonly clockIsSafe: () => boolean;
  readonly onError: (error: unknown) => void;
}

export interface WeekMails {
  /** Starts a round; during a round, starts one more after it. Resolves when the last one ends. */
  wake(): Promise<void>;
  /** Stops the rounds and waits for the current one. */
  close(): Promise<void>;
}

const EVERY_MS = 15 * 60_000;

export function startWeekMails(deps: WeekMailsDeps): WeekMails {
  let round = Promise.resolve();
  let isWaiting = false;
  let isClosed = false;
  const runRound = async (): Promise<void> => {
    isWaiting = false;
    if (!isClosed) await doWeekMailRound(deps);
  };
  /** A round that waits already serves every later caller too. */
  const wake = (): Promise<void> => {
    if (!isWaiting && !isClosed) {
      isWaiting = true;
      round = round.then(runRound).catch(deps.onError);
    }
    return round;
  };
  const timer = setInterval(() => void wake(), EVERY_MS);
  timer.unref();
  void wake();
  return {
    wake,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}

/** Queues what is due, brand by brand. A brand that fails is reported and does not stop the others. */
export async function doWeekMailRound(deps: WeekMailsDeps): Promise<void> {
  const [all] = await deps.db.readOutside((reads) => reads.run(listBrandIds, {}));
  for (const brandId of all?.ids ?? []) {
    // D8: while the clock is unsafe nobody knows whether a store is open.
    if (!deps.clockIsSafe()) return;
    try {
      await queueWeekMails(deps, brandId);
    } catch (error) {
      deps.onError(error);
    }
  }
}
