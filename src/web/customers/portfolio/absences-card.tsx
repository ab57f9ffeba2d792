/** The card of a person's days off: those that run or come and the last ended ones, with the ways to change them. */
import { useState } from 'react';
import type { Absence } from '#contract/customers/absence.ts';
import type { Portfolio } from '#contract/customers/portfolio.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { shortDate } from '#words/core/format.ts';
import { AbsenceSheet } from './absence-sheet.tsx';
import { PassSheet } from './pass-sheet.tsx';
import styles from './portfolio.module.css';
import { endAbsence, useAbsences } from './portfolio-api.ts';
import { usePortfolioWords } from './portfolio-words.ts';

export interface AbsencesCardProps {
  readonly portfolio: Portfolio;
  readonly zone: string;
}

export function AbsencesCard({ portfolio, zone }: AbsencesCardProps) {
  const t = usePortfolioWords();
  const { person } = portfolio;
  const { data, error, again } = useAbsences(person.id);
  const [sheet, setSheet] = useState<'new' | Absence | null>(null);
  const { busy, fault, end } = useEnd(person.id);
  const close = () => setSheet(null);
  return (
    <Card>
      <h2>{t.absences}</h2>
      <p className={styles.soft}>{t.absenceLead}</p>
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={1} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <>
          {data.length === 0 && <p>{t.noAbsence}</p>}
          <ul className={styles.list}>
            {data.map((absence) => (
              <AbsenceLine
                key={absence.id}
                absence={absence}
                busy={busy === absence.id}
                onPass={portfolio.colleagues.length > 0 ? () => setSheet(absence) : null}
                onEnd={() => void end(absence.id)}
              />
            ))}
          </ul>
        </>
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <div className={styles.row}>
        <Button onClick={() => setSheet('new')}>{t.newAbsence}</Button>
      </div>
      {sheet === 'new' && (
        <AbsenceSheet portfolio={portfolio} zone={zone} onUndo={(id) => void end(id)} onClose={close} />
      )}
      {sheet !== null && sheet !== 'new' && <PassSheet portfolio={portfolio} absenceId={sheet.id} onClose={close} />}
    </Card>
  );
}

/** Ends days off, and says what came back. */
function useEnd(personId: string) {
  const t = usePortfolioWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const end = async (absenceId: string) => {
    if (busy !== null) return;
    setBusy(absenceId);
    setFault(null);
    const answer = await endAbsence(personId, absenceId);
    setBusy(null);
    if (answer.kind === 'lost') return setFault(t.maybeDone);
    if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
    const { returned } = answer.body;
    const back = returned && t.endedBack(returned.held.returned, returned.suggestions.returned);
    showToast({ text: back ?? t.endedNothing });
  };
  return { busy, fault, end };
}

interface AbsenceLineProps {
  readonly absence: Absence;
  readonly busy: boolean;
  /** Null: there is nobody to pass anything to. */
  readonly onPass: (() => void) | null;
  readonly onEnd: () => void;
}

function AbsenceLine({ absence, busy, onPass, onEnd }: AbsenceLineProps) {
  const t = usePortfolioWords();
  const language = useLanguage();
  const { from, until, state, passesTo, passed } = absence;
  const days = t.days(shortDate(language, from, true), shortDate(language, until, true));
  const isPassable = state === 'running' && passed === null && onPass !== null;
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <b>{days}</b> <Tag tone={state === 'running' ? 'warn' : 'plain'}>{t.states[state]}</Tag>
        {passed !== null && state !== 'over' && (
          <small>
            {t.hasPassed(
              passed.held,
              passed.suggestions,
              passed.to.map((name) => firstName(name)),
            )}
          </small>
        )}
        {state === 'coming' && passesTo !== null && (
          <small>{t.willPass(passesTo.name === null ? null : firstName(passesTo.name))}</small>
        )}
      </span>
      {state !== 'over' && (
        <span className={styles.row}>
          {isPassable && <Button onClick={onPass}>{t.passOn}</Button>}
          <Button busy={busy} onClick={onEnd}>
            {state === 'coming' ? t.cancelAbsence : t.end}
            <VisuallyHidden>{t.endOf(days)}</VisuallyHidden>
          </Button>
        </span>
      )}
    </li>
  );
}
