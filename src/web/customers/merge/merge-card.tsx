/** The part of a profile about duplicates: which customers were merged into this one today, and the way to merge another. */
import { Suspense, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import profileStyles from '#web/customers/profile.module.css';
import { sentenceOf } from '#web/shell/api/call.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { unmerge } from './merge-api.ts';
import { useMergeWords } from './merge-words.ts';

const MergeSheet = lazyScreen(async () => (await import('./merge-sheet.tsx')).MergeSheet);

export function MergeCard({ profile }: { readonly profile: CustomerProfile }) {
  const t = useMergeWords();
  const [isOpen, setIsOpen] = useState(false);
  const { merges, mayMerge, name } = profile;
  if (!mayMerge && merges.length === 0) return null;
  return (
    <Card>
      <h2>{t.title}</h2>
      {merges.length > 0 && (
        <ul className={profileStyles.rows}>
          {merges.map((merged) => (
            <MergedRow key={merged.id} merged={merged} />
          ))}
        </ul>
      )}
      {mayMerge && (
        <>
          <p className={profileStyles.soft}>{t.lead(firstName(name))}</p>
          <div>
            <Button onClick={() => setIsOpen(true)}>{t.open}</Button>
          </div>
        </>
      )}
      <Suspense>{isOpen && <MergeSheet profile={profile} onClose={() => setIsOpen(false)} />}</Suspense>
    </Card>
  );
}

function MergedRow({ merged }: { readonly merged: CustomerProfile['merges'][number] }) {
  const t = useMergeWords();
  const say = useTimeText();
  const [busy, setBusy] = useState(false);
  const { id, name, at, by, mayUndo } = merged;
  const undo = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await unmerge(id);
    setBusy(false);
    if (answer.kind === 'done') return showToast({ text: t.undone });
    showToast({ text: answer.kind === 'lost' ? t.unsaid : sentenceOf(answer.refusal) });
  };
  return (
    <li className={profileStyles.row}>
      <span>{keepNumbers(t.merged(name, say.when(instantOf(at)), firstName(by)))}</span>
      {mayUndo && (
        <Button busy={busy} onClick={() => void undo()}>
          {t.undo}
          <VisuallyHidden>{t.undoOf(name)}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
