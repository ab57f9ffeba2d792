/** The sheet *Sair*: asks for confirmation, because signing out deletes everything from the device. */
import { useState } from 'react';
import { countDrafts } from '#web/shell/drafts.ts';
import { useOnline } from '#web/shell/offline/online.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { leave } from './session-state.ts';
import { useSessionWords } from './session-words.ts';

export function LeaveSheet({ onStay }: { readonly onStay: () => void }) {
  const t = useWords();
  const s = useSessionWords();
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const drafts = countDrafts();
  const go = () => {
    setBusy(true);
    void leave();
  };
  return (
    <Sheet
      title={s.person.leaveTitle}
      onBack={onStay}
      actions={
        <ActionRow>
          <Button busy={busy} onClick={go}>
            {t.person.leave}
          </Button>
          <Button tone="main" firstFocus onClick={onStay}>
            {s.person.stay}
          </Button>
        </ActionRow>
      }
    >
      <p>
        {s.person.leaveText} {drafts > 0 && s.person.leaveDrafts(drafts)}
      </p>
      {!online && <p>{s.person.leaveOffline}</p>}
    </Sheet>
  );
}
