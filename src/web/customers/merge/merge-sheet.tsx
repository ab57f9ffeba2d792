/** The sheet that merges two records of one customer: pick the other one, compare both, merge, and undo from the notice. */
import { useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { CustomerMerged } from '#contract/customers/merge.ts';
import { sentenceOf, UnansweredError } from '#web/shell/api/call.ts';
import { useLocation } from '#web/ui/layout/address.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { CompareSheet } from './compare-sheet.tsx';
import { merge, type Pair, planMerge, readOther, unmerge } from './merge-api.ts';
import { useMergeWords } from './merge-words.ts';
import { PickSheet } from './pick-sheet.tsx';

interface Compared {
  readonly pair: Pair;
  readonly plan: CustomerMerged;
}

export function MergeSheet({ profile, onClose }: { readonly profile: CustomerProfile; readonly onClose: () => void }) {
  const t = useMergeWords();
  const [, go] = useLocation();
  const [compared, setCompared] = useState<Compared | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const compare = async (pair: Pair) => {
    const plan = await planMerge(pair);
    if (plan.kind === 'done') setCompared({ pair, plan: plan.body });
    else setFault(plan.kind === 'lost' ? t.unread : sentenceOf(plan.refusal));
  };
  const during = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UnansweredError)) throw error;
      setFault(error.refusal === null ? t.unread : sentenceOf(error.refusal));
    } finally {
      setBusy(false);
    }
  };
  const pick = (id: string) => during(async () => compare(firstPair(profile, await readOther(id))));
  const swap = ({ from, into }: Pair) => during(() => compare({ from: into, into: from }));
  const confirm = (pair: Pair) =>
    during(async () => {
      const answer = await merge(pair);
      if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
      if (answer.kind === 'lost') return setFault(t.unsaid);
      onClose();
      const { from, into } = pair;
      const undo = async () => {
        const undone = await unmerge(from.id);
        showToast({
          text: undone.kind === 'done' ? t.undone : undone.kind === 'lost' ? t.unsaid : sentenceOf(undone.refusal),
        });
      };
      showToast({ text: t.done(into.name), action: { label: t.undo, run: () => void undo() } });
      if (into.id !== profile.id) go(`/cliente/${into.id}`, { replace: true });
    });

  if (compared === null)
    return <PickSheet profile={profile} busy={busy} fault={fault} onPick={(id) => void pick(id)} onBack={onClose} />;
  const { pair, plan } = compared;
  return (
    <CompareSheet
      pair={pair}
      plan={plan}
      busy={busy}
      fault={fault}
      onSwap={() => void swap(pair)}
      onMerge={() => void confirm(pair)}
      onBack={() => {
        setFault(null);
        setCompared(null);
      }}
    />
  );
}

/** The open profile stays, unless only the other one has a number that WhatsApp reaches. */
function firstPair(open: CustomerProfile, other: CustomerProfile): Pair {
  return !open.reachable && other.reachable ? { from: open, into: other } : { from: other, into: open };
}
