/** The sheet in which support sees where a person's own account is signed in, and ends these sessions one by one or all. */
import { useState } from 'react';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { consoleZone } from '#web/shell/support/brand-queries.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { SessionLine } from '#web/sign-in/account/session-line.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useAccountWords } from './account-words.ts';
import { endPersonSessions, type PersonSession, usePersonSessions } from './accounts-api.ts';

export interface DevicesSheetProps {
  readonly brandId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function DevicesSheet({ brandId, person, onClose }: DevicesSheetProps) {
  const t = useAccountWords();
  const sessions = usePersonSessions(brandId, person.id);
  const [ending, setEnding] = useState<PersonSession | 'all' | null>(null);
  if (ending !== null) return <EndSheet {...{ brandId, person, ending }} onClose={() => setEnding(null)} />;
  return (
    <Sheet
      title={t.devicesOf(person.name)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
          <Button onClick={() => setEnding('all')}>{t.endAll}</Button>
        </ActionRow>
      }
    >
      <p>{t.devicesLead}</p>
      {sessions.data === undefined ? (
        sessions.error === null ? (
          <Skeleton label={t.loading} rows={2} />
        ) : (
          <Unread error={sessions.error} onAgain={() => void sessions.again()} />
        )
      ) : sessions.data.length === 0 ? (
        <p>{t.noDevices}</p>
      ) : (
        <ul aria-label={t.devices}>
          {sessions.data.map((session) => (
            <SessionLine key={session.id} session={session} zone={consoleZone()} onEnd={() => setEnding(session)} />
          ))}
        </ul>
      )}
    </Sheet>
  );
}

interface EndSheetProps extends DevicesSheetProps {
  readonly ending: PersonSession | 'all';
}

/** Asks before a session ends, and shows a refusal in the sheet. */
function EndSheet({ brandId, person, ending, onClose }: EndSheetProps) {
  const t = useAccountWords();
  const form = useFormCall(t);
  const end = async () => {
    const sessionId = ending === 'all' ? null : ending.id;
    if (!(await form.send(() => endPersonSessions(brandId, person.id, sessionId)))) return;
    showToast({ text: ending === 'all' ? t.allEnded(person.name) : t.ended(ending.device) });
    onClose();
  };
  return (
    <Sheet
      title={ending === 'all' ? t.endAllTitle(person.name) : t.endTitle(ending.device)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
          <Button tone="main" busy={form.busy} disabled={form.mustWait} onClick={() => void end()}>
            {ending === 'all' ? t.endAll : t.end}
          </Button>
        </ActionRow>
      }
    >
      <p>{ending === 'all' ? t.endAllLead : t.endLead}</p>
      <p role="alert">{form.fault}</p>
    </Sheet>
  );
}
