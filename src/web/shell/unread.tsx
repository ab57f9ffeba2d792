/** Shows that data could not be read, with a button to try again. */
import { UnansweredError } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ErrorState } from '#web/ui/notices/states.tsx';
import { useWords } from './seller-words.ts';

export function Unread({ error, onRetry }: { readonly error: Error; readonly onRetry: () => unknown }) {
  const t = useWords();
  const refusal = error instanceof UnansweredError ? error.refusal : null;
  const ours = refusal === null || refusal.status >= 500;
  return (
    <ErrorState
      title={ours ? t.app.unread : refusal.title}
      action={ours && <Button onClick={() => void onRetry()}>{t.app.retry}</Button>}
      code={ours && refusal?.instance ? t.app.code(refusal.instance) : undefined}
    >
      {ours ? null : refusal.detail}
    </ErrorState>
  );
}
