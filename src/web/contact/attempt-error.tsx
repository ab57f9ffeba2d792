/** Shows an answer that is about the request and not the contact: too many tries, a fault of the server, an outdated screen. */
import { useEffect } from 'react';
import type { Refusal } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './compose.module.css';

export function AttemptError({ refusal, onLeave }: { readonly refusal: Refusal; readonly onLeave: () => void }) {
  const t = useWords();
  const c = useContactWords();
  const { code, status, retryAfterSeconds } = refusal;
  const wait = useCountdown();
  const isOutdated = code === 'suggestion_closed' || code === 'attempt_closed' || code === 'not_found';

  useEffect(() => {
    if (retryAfterSeconds !== undefined) wait.start(retryAfterSeconds);
  }, [retryAfterSeconds, wait.start]);
  useEffect(() => {
    if (isOutdated) void reads.invalidate(keys.customers);
  }, [isOutdated]);

  if (code === 'too_many_decisions' || code === 'too_many_requests')
    return (
      <p className={styles.stopped} role="alert">
        {wait.seconds > 0 ? c.compose.tooFast(wait.seconds) : refusal.detail}
      </p>
    );
  const isServerFault = status >= 500;
  return (
    <div className={styles.stopped} role="alert">
      <p>{isServerFault ? c.compose.failed : code === 'attempt_closed' ? c.compose.stale : refusal.detail}</p>
      {isServerFault && refusal.instance && <small>{t.app.code(refusal.instance)}</small>}
      {!isServerFault && code !== 'attempt_closed' && <Button onClick={onLeave}>{t.app.back}</Button>}
    </div>
  );
}
