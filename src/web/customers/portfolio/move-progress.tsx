/** Shows how far a long move of a portfolio, or its undo, is. The server goes on by itself, also after the tab was closed. */
import { useEffect, useId } from 'react';
import type { Portfolio } from '#contract/customers/portfolio.ts';
import styles from './portfolio.module.css';
import { rereadPortfolio } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

const EVERY_MS = 2_000;

export interface MoveProgressProps {
  readonly personId: string;
  readonly move: Portfolio['moves'][number];
  readonly progress: NonNullable<Portfolio['moves'][number]['progress']>;
}

export function MoveProgress({ personId, move, progress: { done, total } }: MoveProgressProps) {
  const t = usePortfolioWords();
  const labelId = useId();
  useEffect(() => {
    const timer = setInterval(() => void rereadPortfolio(personId), EVERY_MS);
    return () => clearInterval(timer);
  }, [personId]);
  return (
    <div className={styles.progress}>
      <p id={labelId}>{move.isUndone ? t.returning(done, total) : t.moving(done, total)}</p>
      <progress aria-labelledby={labelId} max={total} value={done} />
      <p className={styles.soft}>{t.goesOn}</p>
    </div>
  );
}
