/** The changes of a hold by a seller or manager: each is sent once, reported in a toast, and read back from the server. */

import { firstName } from '#rules/contact/message-text.ts';
import type { HoldBody, HoldChanged } from '#web/shell/api/api-types.ts';
import { type Answer, type Refusal, sentenceOf } from '#web/shell/api/call.ts';
import { cancelHold, changeHold, type HoldEdit, restoreHold } from '#web/shell/api/change-hold.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';

/**
 * `done`: changed, with a toast. `gone`: the hold has ended or is not readable here, with a toast. `fault`: nothing
 * changed, and the caller shows the sentence itself, because a sheet over the screen hides toasts.
 */
export type ChangeOutcome =
  | { readonly kind: 'done' | 'gone' }
  | { readonly kind: 'fault'; readonly sentence: string; readonly refusal: Refusal | null };

export interface Changes {
  readonly change: (change: HoldEdit, done: string) => Promise<ChangeOutcome>;
  /** Resolves to true after success; a toast reports either result. */
  readonly cancel: () => Promise<boolean>;
  readonly restore: () => Promise<boolean>;
}

export function useChanges({ attempt, customer }: HoldBody): Changes {
  const t = useWords();
  const h = useHoldWords();
  const say = useTimeText();

  const reread = () => reads.invalidate(keys.customers);
  /** `showResult`: shows the result after success. */
  const finish = async <T>(answer: Answer<T>, showResult: (body: T) => void): Promise<boolean> => {
    if (answer.kind === 'lost') showToast({ text: t.app.unsaid, tone: 'warn' });
    if (answer.kind === 'refused') showToast({ text: sentenceOf(answer.refusal) });
    if (answer.kind === 'done') showResult(answer.body);
    await reread();
    return answer.kind === 'done';
  };
  const change = async (wish: HoldEdit, done: string): Promise<ChangeOutcome> => {
    const answer = await changeHold(attempt.id, wish);
    if (answer.kind === 'lost') return { kind: 'fault', sentence: t.app.unsaid, refusal: null };
    const { refusal } = answer.kind === 'refused' ? answer : { refusal: null };
    if (refusal !== null && !GONE.has(refusal.code)) return { kind: 'fault', sentence: sentenceOf(refusal), refusal };
    showToast({ text: refusal === null ? done : sentenceOf(refusal) });
    await reread();
    return { kind: refusal === null ? 'done' : 'gone' };
  };
  const restore = async () =>
    finish(await restoreHold(attempt.id), ({ heldUntil }: HoldChanged) => {
      if (heldUntil !== null) showToast({ text: h.one.restored(say.when(instantOf(heldUntil))), about: [attempt.id] });
    });
  return {
    change,
    restore,
    cancel: async () =>
      finish(await cancelHold(attempt.id), () =>
        showToast({
          text: h.one.cancelled(firstName(customer.name)),
          goesAlong: true,
          action: { label: h.leave.undo, run: () => void restore() },
        }),
      ),
  };
}

/** The refusals that no further input can fix: the hold does not exist any more. */
const GONE: ReadonlySet<string> = new Set(['not_held', 'not_found']);
