/** Finds the sentence that all messages of a list share, so that the list shows it once and not on each card. */
import type { HoldBody } from '#web/shell/api/api-types.ts';

/** Returns the sentence that two or more messages share; null where one differs. */
export function sharedSentence(holds: readonly HoldBody[]): string | null {
  const [first, ...others] = holds;
  if (first === undefined || others.length === 0) return null;
  return others.every(({ sentence }) => sentence === first.sentence) ? first.sentence : null;
}
