/** Attempts that could not be read: the server's own words where it gave some, and the way to try again. */
import { UnansweredError } from '#web/api/call.ts';
import { Button } from '#web/ui/button.tsx';
import { RefreshIcon } from '#web/ui/icons.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useAttemptsWords } from './attempts-words.ts';

export function Unread({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const t = useAttemptsWords();
  const refusal = error instanceof UnansweredError ? error.refusal : null;
  return (
    <ErrorState
      title={refusal?.title ?? t.unread}
      action={
        <Button icon={<RefreshIcon size={18} />} onClick={onAgain}>
          {t.again}
        </Button>
      }
    >
      {refusal?.detail ?? t.unreached}
    </ErrorState>
  );
}
