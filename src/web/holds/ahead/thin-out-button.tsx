/** Moves the last contacts of the coming day to the day after with one tap; a second tap undoes it. */
import { useState } from 'react';
import type { Rehearsal } from '#contract/holds/rehearsal.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useDayAheadWords } from './day-ahead-words.ts';
import { thinOut, undoThinOut } from './use-day-ahead.ts';

export function ThinOutButton({ day }: { readonly day: Rehearsal }) {
  const t = useDayAheadWords();
  const app = useWords().app;
  const say = useTimeText();
  const [isBusy, setIsBusy] = useState(false);
  const last = lastContacts(day);
  if (last.length === 0) return null;

  const undo = async (moved: Parameters<typeof undoThinOut>[0]) => {
    showToast((await undoThinOut(moved)) ? { text: t.undone } : { text: app.unsaid, tone: 'warn' });
  };
  const thin = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await thinOut(day.date, last);
    setIsBusy(false);
    if (answer.kind === 'lost') return showToast({ text: app.unsaid, tone: 'warn' });
    if (answer.kind === 'refused') return showToast({ text: sentenceOf(answer.refusal) });
    const { moved } = answer.body;
    const [first] = moved.toSorted((a, b) => instantOf(a.heldUntil) - instantOf(b.heldUntil));
    if (first === undefined) return showToast({ text: t.notThinned });
    const when = say.when(instantOf(first.heldUntil), day.store.zone);
    showToast({ text: t.thinned(moved.length, when), action: { label: t.undo, run: () => void undo(moved) } });
  };
  return (
    <Button busy={isBusy} onClick={() => void thin()} title={t.thinMore}>
      {t.thin(last.length)}
    </Button>
  );
}

/** Returns the last third of the contacts that become ready, the most that one request may name, one at least. */
function lastContacts({ contacts }: Rehearsal): readonly string[] {
  const ready = contacts.filter(({ kind }) => kind === 'ready').map(({ attemptId }) => attemptId);
  return ready.slice(-Math.min(MOST, Math.ceil(ready.length / 3)));
}

const MOST = 100;
