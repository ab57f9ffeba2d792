/** Lists where the account is signed in, and ends these sessions one by one, all others, or all. */
import { useRef, useState } from 'react';
import { type Answer, sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { LeaveIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './account.module.css';
import { type AccountSession, endOtherSessions, endSession } from './account-api.ts';
import { useAccountWords } from './account-words.ts';
import { SessionLine } from './session-line.tsx';

export interface SessionsCardProps {
  readonly sessions: readonly AccountSession[];
  readonly zone: string;
  readonly onLeave: () => void;
}

export function SessionsCard({ sessions, zone, onLeave }: SessionsCardProps) {
  const t = useAccountWords();
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasOthers = sessions.some(({ current }) => !current);

  /** Returns whether the sessions ended. The pressed button disappears with its line, so that the focus moves to the heading. */
  const end = async (what: string, ask: () => Promise<Answer<void>>): Promise<boolean> => {
    setBusy(what);
    setFault(null);
    const answer = await ask();
    setBusy(null);
    if (answer.kind === 'done') heading.current?.focus({ preventScroll: true });
    else setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
    return answer.kind === 'done';
  };
  const endOne = async ({ id, device }: AccountSession) => {
    if (await end(id, () => endSession(id))) showToast({ text: t.ended(device) });
  };
  const endOthers = async () => {
    if (await end('others', endOtherSessions)) showToast({ text: t.othersEnded });
  };
  const endAll = async () => {
    setAsking(false);
    if (await end('all', endOtherSessions)) onLeave();
  };

  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {t.sessions}
      </h2>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            zone={zone}
            busy={busy === session.id}
            onEnd={() => void endOne(session)}
          />
        ))}
      </ul>
      {!hasOthers && <p className={styles.soft}>{t.onlyHere}</p>}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <div className={styles.row}>
        {hasOthers && (
          <Button busy={busy === 'others'} onClick={() => void endOthers()}>
            {t.endOthers}
          </Button>
        )}
        <Button icon={<LeaveIcon />} busy={busy === 'all'} onClick={() => setAsking(true)}>
          {t.endAll}
        </Button>
      </div>
      {asking && (
        <Sheet
          title={t.endAllTitle}
          onBack={() => setAsking(false)}
          actions={
            <>
              <Button wide firstFocus onClick={() => setAsking(false)}>
                {t.stay}
              </Button>
              <Button wide onClick={() => void endAll()}>
                {t.endAll}
              </Button>
            </>
          }
        >
          <p>{t.endAllText}</p>
        </Sheet>
      )}
    </Card>
  );
}
