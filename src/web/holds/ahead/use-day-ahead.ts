/** Reads the rehearsal of the store's next day, and moves its last contacts to the day after. */
import type { Rehearsal, ThinnedOut } from '#contract/holds/rehearsal.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { changeHold } from '#web/shell/api/change-hold.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads, type Shown, useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';

export type AheadContact = Rehearsal['contacts'][number];

/** The key contains the date, so that another day is read after midnight and after the demo's clock was moved. */
export function useDayAhead(): Shown<Rehearsal> {
  const language = useLanguage();
  const { today } = useTimeText();
  return useRead(`${keys.holds}/${language}/ahead/${today}`, (signal) => ask('/rehearsal', signal));
}

/** Moves the contacts to the first free minutes after the date, and reads all lists again. */
export async function thinOut(date: string, attemptIds: readonly string[]): Promise<Answer<ThinnedOut>> {
  const answer = await call('/rehearsal/thin-out', { method: 'POST', body: { date, attemptIds: [...attemptIds] } });
  await reads.invalidate(keys.customers);
  return answer;
}

/** Gives each contact its earlier minute. Returns whether all have it again. */
export async function undoThinOut(moved: ThinnedOut['moved']): Promise<boolean> {
  let isComplete = true;
  for (const { attemptId, from } of moved) {
    isComplete = (await changeHold(attemptId, { heldUntil: from })).kind === 'done' && isComplete;
  }
  await reads.invalidate(keys.customers);
  return isComplete;
}
