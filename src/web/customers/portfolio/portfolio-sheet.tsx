/** The sheet that moves a portfolio: to whom, what becomes of held messages, and the counts before anything is done. */
import { useState } from 'react';
import type { Portfolio, PortfolioMoved } from '#contract/customers/portfolio.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf, UnansweredError } from '#web/shell/api/call.ts';
import { nameAmong } from '#web/shell/person-names.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './portfolio.module.css';
import { type MoveWish, movePortfolio, useMovePlan } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

export interface PortfolioSheetProps {
  readonly portfolio: Portfolio;
  readonly onUndo: (moveId: string) => void;
  readonly onClose: () => void;
}

export function PortfolioSheet({ portfolio, onUndo, onClose }: PortfolioSheetProps) {
  const t = usePortfolioWords();
  const { person, colleagues, held } = portfolio;
  const hasSellers = colleagues.some(({ isSeller }) => isSeller);
  const [wish, setWish] = useState<MoveWish>({
    to: hasSellers ? 'spread' : (colleagues[0]?.id ?? ''),
    held: 'pass_on',
  });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const plan = useMovePlan(person.id, wish);

  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const answer = await movePortfolio(person.id, wish);
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.maybeDone);
    if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
    onClose();
    const { moveId, customers, isRunning } = answer.body;
    if (isRunning) return showToast({ text: t.moveBegan });
    showToast({
      text: t.moved(customers),
      ...(moveId !== null && { action: { label: t.undo, run: () => onUndo(moveId) } }),
    });
  };

  return (
    <Sheet
      title={t.sheetTitle(firstName(person.name))}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button tone="main" busy={busy} idle={plan.data === undefined} onClick={() => void submit()}>
            {t.submit(plan.data?.customers ?? portfolio.customers)}
          </Button>
        </ActionRow>
      }
    >
      <div className={styles.form}>
        <Choices
          legend={t.toWhom}
          value={wish.to}
          onChange={(to) => setWish({ ...wish, to })}
          choices={[
            ...(hasSellers ? [{ value: 'spread', label: t.spread }] : []),
            ...colleagues.map((each) => {
              const name = nameAmong(each.name, colleagues);
              return { value: each.id, label: each.isAway ? t.away(name) : name };
            }),
          ]}
        />
        {held > 0 && (
          <Choices
            legend={t.heldLegend}
            value={wish.held}
            onChange={(choice) => setWish({ ...wish, held: choice })}
            choices={[
              { value: 'pass_on', label: t.heldPass },
              { value: 'end', label: t.heldEnd },
            ]}
          />
        )}
        <div role="status" className={styles.plan}>
          {plan.data ? (
            <PlanText plan={plan.data} name={firstName(person.name)} />
          ) : (
            <p>{plan.error === null ? t.planning : sentenceOfError(plan.error, t.unreached)}</p>
          )}
        </div>
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      </div>
    </Sheet>
  );
}

/** Says what the move would do. */
function PlanText({ plan, name }: { readonly plan: PortfolioMoved; readonly name: string }) {
  const t = usePortfolioWords();
  const { to, held, suggestions } = plan;
  const sentences = [
    held.passed > 0 && t.passed(held.passed),
    held.ended > 0 && t.ended(held.ended),
    held.kept > 0 && t.kept(held.kept, name),
    suggestions > 0 && t.open(suggestions),
    t.forADay,
  ].filter((each) => each !== false);
  return (
    <>
      <ul className={styles.shares}>
        {to.map((share) => (
          <li key={share.id}>{t.share(nameAmong(share.name, to), share.customers)}</li>
        ))}
      </ul>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function sentenceOfError(error: Error, otherwise: string): string {
  const refusal = error instanceof UnansweredError ? error.refusal : null;
  return refusal === null ? otherwise : sentenceOf(refusal);
}
