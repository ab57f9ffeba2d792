/**
 * Shows that a screen's data could not be read: the server's sentence where there is one, a button to try again, and a
 * code for support.
 */
import { UnansweredError } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { RefreshIcon } from '#web/ui/icons/more-icons.tsx';
import { ErrorState } from '#web/ui/notices/states.tsx';

export interface UnreadStateProps {
  readonly error: Error;
  readonly words: {
    readonly unread: string;
    /** The sentence for a request without any answer. */
    readonly unreached: string;
    readonly again: string;
    readonly code: (code: string) => string;
  };
  readonly onAgain: () => void;
}

export function UnreadState({ error, words, onAgain }: UnreadStateProps) {
  const refusal = error instanceof UnansweredError ? error.refusal : null;
  const isOurs = refusal !== null && refusal.status >= 500;
  return (
    <ErrorState
      title={refusal?.title ?? words.unread}
      action={
        <Button icon={<RefreshIcon size={18} />} onClick={onAgain}>
          {words.again}
        </Button>
      }
      code={isOurs && refusal.instance ? words.code(refusal.instance) : undefined}
    >
      {refusal?.detail ?? words.unreached}
    </ErrorState>
  );
}
