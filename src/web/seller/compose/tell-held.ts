/** "Pronta para amanhã, 10:07": said once it is kept, with the way back, which gives the text back too. */
import { cancelHold } from '#web/api/change-hold.ts';
import { keys } from '#web/api/keys.ts';
import { reads } from '#web/api/use-read.ts';
import { remindsHere } from '#web/push/reminds.ts';
import { type DraftPlace, keepDraft, readDraft } from '#web/seller/drafts.ts';
import { holdWords, useHoldWords } from '#web/seller/holds/hold-words.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay } from '#web/seller/shop.tsx';
import { sellerWords } from '#web/seller/words.ts';
import { useLanguage } from '#web/settings/language.ts';
import { showToast } from '#web/ui/toast.tsx';
import { onDay } from '#words/format.ts';
import type { Phase } from './phase.ts';

export function useTellHeld(place: DraftPlace) {
  const h = useHoldWords();
  const say = useSay();
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
      : h.leave.ready(when, remindsHere());
    const why = held.didNotFit || typeof wish.hold === 'string' ? null : h.leave.spread;
    return showToast({
      text: why === null ? first : `${first} ${why}`,
      action: { label: h.leave.undo, run: () => void undo(held.attempt.id, place, typed ?? wish.text ?? null) },
    });
  };
}

async function undo(attemptId: string, place: DraftPlace, text: string | null): Promise<void> {
  const answer = await cancelHold(attemptId);
  if (answer.kind === 'done') keepDraft(place, { ...readDraft(place), text });
  await reads.invalidate(keys.customers);
  if (answer.kind === 'lost') return void showToast({ text: sellerWords.now().app.unsaid, tone: 'warn' });
  showToast({ text: answer.kind === 'done' ? holdWords.now().leave.undone : answer.refusal.detail });
}
