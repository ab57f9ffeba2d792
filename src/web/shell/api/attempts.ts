/** Reads the attempts that the first screen needs. */

import type { AttemptsPage } from './api-types.ts';
import { ask } from './call.ts';
import type { QueryFields } from './routes.ts';

/** Returns the attempts in this state that the person may read, newest first. Throws `UnansweredError`. */
export function readAttempts(state: 'handed_over' | 'sent', from: string, signal: AbortSignal): Promise<AttemptsPage> {
  return ask(`/attempts?${new URLSearchParams({ state, from } satisfies QueryFields<'/attempts'>)}`, signal);
}
