/** Reads the people with locked PINs, and unlocks them as the signed-in manager. */
import type { LockedPins } from '#contract/sign-in/session.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type LockedPin = Shape<typeof LockedPins>['items'][number];

/** The key is under the customers' key: locking and signing out drop the names from memory, and live events read them again. */
const KEY = `${keys.customers}/locked-pins`;

/** The address of the screen that lists locked PINs: *Dia da loja*. */
export const LOCKED_PINS_PATH = '/dia';

/** Locks expire while the screen is open, and no live event says when somebody else unlocks one. */
const EVERY_MS = 30_000;

export function useLockedPins(): readonly LockedPin[] {
  const read = (signal: AbortSignal) => ask('/people/locked', signal);
  return useRead(KEY, read, { everyMs: EVERY_MS }).data?.items ?? [];
}

export async function freePin({ id }: LockedPin): Promise<Answer<void>> {
  const answer = await call(`/people/${id}/unlock`, { method: 'POST' });
  if (answer.kind === 'done') await reads.invalidate(KEY);
  return answer;
}
