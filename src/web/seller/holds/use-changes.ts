/** What a seller or manager does with a message that waits, each told once and read back from the server. */

import { type Answer, type Refusal, sentenceOf } from '#web/api/call.ts';
import { cancelHold, changeHold, type HoldChange, restoreHold } from '#web/api/holds.ts';
import { keys } from '#web/api/keys.ts';
import { reads } from '#web/api/use-read.ts';
import type { HoldBody, HoldChanged } from '#web/api/wire.ts';
import { firstName } from '#web/seller/names.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import { showToast } from '#web/ui/toast.tsx';
import { useHoldWords } from './hold-words.ts';

/** The reasons for ending that one tap takes back (H3). */
const RETURNING: ReadonlySet<string> = new Set(['seller', 'customer_wrote']);

/** What made room for another message comes back where that one was not sent, which is news. */
export function mayReturn({ ended, news }: HoldBody): boolean {
  return (
    ended?.as === 'cancelled' && (RETURNING.has(ended.reason) || (ended.reason === 'replaced' && news === 'ended'))
  );
}

export interface Changes {
  /** True when it is done. A refusal goes to `onRefused`, else is shown. */
  readonly change: (change: HoldChange, done: string, onRefused?: (refusal: Refusal) => boolean) => Promise<boolean>;
  readonly cancel: () => Promise<boolean>;
  readonly restore: () => Promise<boolean>;
}

export function useChanges({ attempt, customer }: HoldBody): Changes {
  const t = useWords();
  const h = useHoldWords();
  const say = useSay();

  /** `told`: what is shown once it is done; null where nothing is to be said. */
  const settle = async <T>(
    answer: Answer<T>,
    told: (body: T) => void,
    onRefused: (refusal: Refusal) => boolean = () => false,
  ): Promise<boolean> => {
    if (answer.kind === 'lost') showToast({ text: t.app.unsaid, tone: 'warn' });
    if (answer.kind === 'refused' && !onRefused(answer.refusal)) showToast({ text: sentenceOf(answer.refusal) });
    if (answer.kind === 'done') told(answer.body);
    await reads.invalidate(keys.customers);
    return answer.kind === 'done';
  };
  const returned = ({ attempt: { state }, heldUntil }: HoldChanged) =>
    showToast({
      text:
        state === 'ready' || heldUntil === null ? h.one.restoredReady : h.one.restored(say.when(instantOf(heldUntil))),
    });
  const restore = async () => settle(await restoreHold(attempt.id), returned);
  return {
    restore,
    change: async (change, done, onRefused) =>
      settle(await changeHold(attempt.id, change), () => showToast({ text: done }), onRefused),
    cancel: async () =>
      settle(await cancelHold(attempt.id), () =>
        showToast({
          text: h.one.cancelled(firstName(customer.name)),
          action: { label: h.leave.undo, run: () => void restore() },
        }),
      ),
  };
}
