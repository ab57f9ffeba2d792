/** The sheet that passes on, with one tap, what a person who is away has: shared out, or to one colleague. */
import { useState } from 'react';
import type { Portfolio } from '#contract/customers/portfolio.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './portfolio.module.css';
import { passAbsence } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

export interface PassSheetProps {
  readonly portfolio: Portfolio;
  readonly absenceId: string;
  readonly onClose: () => void;
}

export function PassSheet({ portfolio, absenceId, onClose }: PassSheetProps) {
  const t = usePortfolioWords();
  const { person, colleagues, held, suggestions } = portfolio;
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const there = colleagues.filter(({ isAway }) => !isAway);
  const pass = async (to: string) => {
    if (busy !== null) return;
    setBusy(to);
    setFault(null);
    const answer = await passAbsence(person.id, absenceId, to);
    setBusy(null);
    if (answer.kind === 'lost') return setFault(t.maybeDone);
    if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
    onClose();
    showToast({ text: t.passedOn });
  };
  return (
    <Sheet
      title={t.passOnTitle(firstName(person.name))}
      onBack={onClose}
      actions={
        <>
          {there.some(({ isSeller }) => isSeller) && (
            <Button tone="main" wide busy={busy === 'spread'} onClick={() => void pass('spread')}>
              {t.passSpread}
            </Button>
          )}
          {there.map(({ id, name }) => (
            <Button key={id} wide busy={busy === id} onClick={() => void pass(id)}>
              {name}
            </Button>
          ))}
          <Button tone="text" wide firstFocus onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>
        {t.passNow(held, suggestions)} {t.passOnLead}
      </p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}
