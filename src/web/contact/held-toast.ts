/** Shows the toast "Pronta para amanhã, 10:07" after a message was held; its undo cancels the hold and gives the text back. */
import { cancelHold } from '#web/shell/api/change-hold.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { type DraftKey, keepDraft, readDraft } from '#web/shell/drafts.ts';
import { holdWords, useHoldWords } from '#web/shell/holds/hold-words.ts';
import { isNotifiedHere } from '#web/shell/push/device-reminders.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { sellerWords } from '#web/shell/seller-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { onDay } from '#words/core/format.ts';
import type { Phase } from './attempt/attempt-phase.ts';

export function useHeldToast(place: DraftKey) {
  const h = useHoldWords();
  const say = useTimeText();
  const language = useLanguage();
  return ({ held, wish }: Extract<Phase, { step: 'held' }>) => {
    const when = say.when(instantOf(held.heldUntil));
    const typed = readDraft(place).text;
    keepDraft(place, { text: null, pending: null });
    void reads.invalidate(keys.customers);
    if (place.heldId !== undefined) return showToast({ text: h.one.retimed(when) });

    const hoped = held.decision.opensAt ?? held.heldUntil;
    const first = held.didNotFit
      ? h.leave.didNotFit(onDay(language, say.dateOf(instantOf(hoped)), say.today), when)
      : h.leave.ready(when, isNotifiedHere());
    const why = held.didNotFit || typeof wish.hold === 'string' ? null : h.leave.spread;
    return showToast({
      text: why === null ? first : `${first} ${why}`,
      about: [place.suggestionId, held.attempt.id].filter((id) => id != null),
      action: { label: h.leave.undo, run: () => void undo(held.attempt.id, place, typed ?? wish.text ?? null) },
    });
  };
}

async function undo(attemptId: string, place: DraftKey, text: string | null): Promise<void> {
  const answer = await cancelHold(attemptId);
  if (answer.kind === 'done') keepDraft(place, { ...readDraft(place), text });
  await reads.invalidate(keys.customers);
  if (answer.kind === 'lost') return void showToast({ text: sellerWords.now().app.unsaid, tone: 'warn' });
  showToast({ text: answer.kind === 'done' ? holdWords.now().leave.undone : answer.refusal.detail });
}
