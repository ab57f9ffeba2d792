/** What could not be read, in the words of its screen: the server's own words where it gave some, the way to try again, and a code for whoever helps. */
import { UnansweredError } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { RefreshIcon } from '#web/ui/icons/more-icons.tsx';
import { ErrorState } from '#web/ui/notices/states.tsx';

export interface UnreadStateProps {
  readonly error: Error;
  readonly words: {
    readonly unread: string;
    /** No answer came at all. */
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
