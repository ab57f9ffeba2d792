/** What all messages of a list have in common is said once over the list, and not on each card. */
import type { HoldBody } from '#web/shell/api/wire.ts';

/** The sentence that two or more messages share; null where one differs. */
export function sharedSentence(holds: readonly HoldBody[]): string | null {
  const [first, ...others] = holds;
  if (first === undefined || others.length === 0) return null;
  return others.every(({ sentence }) => sentence === first.sentence) ? first.sentence : null;
}
