/** What the server tells open screens as it happens; where it cannot be heard, the screens ask every half minute. */
import { useEffect, useRef } from 'react';
import type { ReadAddress } from '#web/shell/api/routes.ts';

export type LiveEvent = 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket' | 'resync';

/** `resync`: something may have been missed, so that everything shown is read anew. */
type Hear = (event: LiveEvent) => void;

/** Another tab or device of this person took the stream's place. Reconnecting would displace that one in turn. */
const DISPLACED = 'displaced';
const EVENTS: readonly LiveEvent[] = ['quiet-hours', 'attempt', 'suggestion', 'ticket', 'resync'];
const POLL_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Asked without a number, the server answers `resync`. A browser that comes back by itself names the last one it heard. */
const ANEW = '';

/** Listens while mounted, to all that came `after` the session was read (`liveAfter`). `hear` must keep its identity. */
export function useLive(after: number | null, hear: Hear): void {
  const since = useRef(after);
  useEffect(() => listen(since.current, hear), [hear]);
}

/** Opens the stream, and again after every loss, waiting longer each time. Gives the way to stop. */
function listen(after: number | null, hear: Hear): () => void {
  let source: EventSource | null = null;
  let waitMs = FIRST_WAIT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let broke = false;

  const open = (query: '' | `?after=${number}`) => {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(`/api/v1/live${query}` satisfies ReadAddress);
    source.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS;
      // What was missed of the log is told; that the demo's clock was moved is in no log.
      if (broke) hear('resync');
      broke = false;
    });
    source.addEventListener('error', () => {
      broke = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      // The browser gave up (a refusal, a proxy's page): it will not try again by itself.
      retry = setTimeout(open, waitMs, ANEW);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    });
    // Until the page is looked at again, it asks every half minute.
    source.addEventListener(DISPLACED, () => source?.close());
    for (const event of EVENTS) source.addEventListener(event, () => hear(event));
  };

  const poll = setInterval(() => {
    if (source?.readyState !== EventSource.OPEN) hear('resync');
  }, POLL_MS);

  const wake = () => {
    if (document.visibilityState !== 'visible') return;
    hear('resync');
    if (source?.readyState !== EventSource.OPEN) open(ANEW);
  };

  open(after === null ? ANEW : `?after=${after}`);
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', wake);
  return () => {
    clearTimeout(retry);
    clearInterval(poll);
    source?.close();
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('online', wake);
  };
}
