/** The card of a person's portfolio: its size, the way to move it, and the moves of the last day with their undo. */
import { useState } from 'react';
import type { Portfolio } from '#contract/customers/portfolio.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import { MoveProgress } from './move-progress.tsx';
import styles from './portfolio.module.css';
import { undoMove } from './portfolio-api.ts';
import { PortfolioSheet } from './portfolio-sheet.tsx';
import { usePortfolioWords } from './portfolio-words.ts';

export interface PortfolioCardProps {
  readonly portfolio: Portfolio;
  readonly zone: string;
}

export function PortfolioCard({ portfolio, zone }: PortfolioCardProps) {
  const t = usePortfolioWords();
  const [open, setOpen] = useState(false);
  const { busy, fault, undo } = useUndo(portfolio.person.id);
  const { customers, held, suggestions, colleagues, moves } = portfolio;
  const hasCustomers = customers > 0;
  const isBusy = moves.some(({ progress }) => progress !== null);
  return (
    <Card>
      <h2>{t.portfolio}</h2>
      <p>{hasCustomers ? t.counts(customers, held, suggestions) : t.empty}</p>
      {hasCustomers && colleagues.length === 0 && <p className={styles.soft}>{t.alone}</p>}
      {hasCustomers && colleagues.length > 0 && !isBusy && (
        <div className={styles.row}>
          <Button onClick={() => setOpen(true)}>{t.move}</Button>
        </div>
      )}
      {moves.length > 0 && (
        <>
          <h3 className={styles.small}>{t.lastDay}</h3>
          <ul className={styles.list}>
            {moves.map((move) => (
              <MoveLine
                key={move.id}
                personId={portfolio.person.id}
                move={move}
                zone={zone}
                busy={busy === move.id}
                onUndo={() => void undo(move.id)}
              />
            ))}
          </ul>
        </>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {open && <PortfolioSheet portfolio={portfolio} onUndo={(id) => void undo(id)} onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** Undoes moves, and says how many customers came back and why others stayed. */
function useUndo(personId: string) {
  const t = usePortfolioWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const undo = async (moveId: string) => {
    if (busy !== null) return;
    setBusy(moveId);
    setFault(null);
    const answer = await undoMove(personId, moveId);
    setBusy(null);
    if (answer.kind === 'lost') return setFault(t.maybeDone);
    if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
    const { returned, stayed, isRunning } = answer.body;
    if (isRunning) return showToast({ text: t.returnBegan });
    const reasons = t.stayed(stayed.movedOn, stayed.otherStore, stayed.gone);
    showToast({ text: `${t.undone(returned)} ${reasons}`.trim(), tone: reasons === '' ? 'plain' : 'warn' });
  };
  return { busy, fault, undo };
}

interface MoveLineProps {
  readonly personId: string;
  readonly move: Portfolio['moves'][number];
  readonly zone: string;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function MoveLine({ personId, move, zone, busy, onUndo }: MoveLineProps) {
  const t = usePortfolioWords();
  const language = useLanguage();
  const line = t.moveLine(
    move.progress !== null && !move.isUndone ? move.progress.total : move.customers,
    move.to.map(({ name }) => firstName(name)),
  );
  const at = keepNumbers(when(language, Date.parse(move.movedAt), serverNow(), zone));
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <b>{line}</b>
        <small>{t.moveBy(at, firstName(move.by))}</small>
      </span>
      {move.progress !== null ? (
        <MoveProgress personId={personId} move={move} progress={move.progress} />
      ) : move.isUndone ? (
        <span className={styles.soft}>{t.wasUndone}</span>
      ) : (
        <Button busy={busy} onClick={onUndo}>
          {t.undo}
          <VisuallyHidden>{t.undoOf(line)}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
