/** Reads who is locked out by wrong PINs, and frees them as the manager who is signed in. */
import type { LockedPins } from '#contract/sign-in/session.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

export type LockedPin = Shape<typeof LockedPins>['items'][number];

/** Under the customers' key: locking and leaving remove the names from memory, and live events read them again. */
const KEY = `${keys.customers}/locked-pins`;

/** The screen that lists who is locked out: Dia da loja. */
export const LOCKED_PINS_PATH = '/dia';

/** Locks run on while the screen is open, and nothing tells when somebody else frees one. */
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
