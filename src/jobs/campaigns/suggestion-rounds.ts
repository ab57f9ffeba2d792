/** Makes suggestions in every server: each 30 seconds, when a campaign starts, and when the clock is moved. */
import { findBrandsWithSuggestions } from '#db/campaigns/suggestion-runs.ts';
import { reopenRuns, runSuggestions, type SuggestRoundDeps } from '#flows/campaigns/run-suggestions.ts';

export interface SuggestionRoundsDeps extends SuggestRoundDeps {
  readonly clockIsSafe: () => boolean;
  readonly onError: (error: unknown) => void;
}

export interface SuggestionRounds {
  /** Starts a round at once; during a round, starts one more after it. Resolves when the last one ends. */
  wake(): Promise<void>;
  /** Makes the present runs due again, and starts a round: the demo's clock was moved. */
  clockMoved(): Promise<void>;
  /** Stops the rounds and waits for the current one, which gives its run back. */
  close(): Promise<void>;
}

const EVERY_MS = 30_000;

export function startSuggestionRounds(deps: SuggestionRoundsDeps): SuggestionRounds {
  let round = Promise.resolve();
  let waiting = 0;
  let isClosed = false;
  const isClosing = () => isClosed;
  /** A round that waits for the present one serves every later caller too. */
  const wake = () => {
    if (isClosed || waiting > 0) return round;
    waiting += 1;
    round = round
      .then(() => {
        waiting -= 1;
        return doSuggestionRound({ ...deps, isClosing });
      })
      .catch(deps.onError);
    return round;
  };
  const timer = setInterval(wake, EVERY_MS);
  timer.unref();
  return {
    wake,
    async clockMoved() {
      try {
        await reopenRuns(deps.db, await brandsWithSuggestions(deps), deps.now());
      } catch (error) {
        deps.onError(error);
      }
      await wake();
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await round;
    },
  };
}

/** Works off what is due now, brand by brand. A brand that fails is reported and does not stop the others. */
export async function doSuggestionRound(deps: SuggestionRoundsDeps): Promise<void> {
  const { isClosing = () => false, onError } = deps;
  for (const brandId of await brandsWithSuggestions(deps)) {
    // D8: no suggestion is made or ended while the clock is unsafe.
    if (isClosing() || !deps.clockIsSafe()) return;
    try {
      await runSuggestions(deps, brandId);
    } catch (error) {
      onError(error);
    }
  }
}

async function brandsWithSuggestions({ db }: Pick<SuggestionRoundsDeps, 'db'>): Promise<readonly string[]> {
  const [found] = await db.readOutside((reads) => reads.run(findBrandsWithSuggestions, {}));
  return found?.brandIds ?? [];
}
