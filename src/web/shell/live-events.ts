/** Receives the brand's live events; without a stream the screens are refreshed every half minute. */
import { useEffect, useRef } from 'react';
import type { ReadAddress } from '#web/shell/api/routes.ts';
import { refreshSession } from '#web/shell/session/session-state.ts';

export type LiveEventKind = 'quiet-hours' | 'attempt' | 'suggestion' | 'ticket' | 'import' | 'resync';

/** `resync`: an event may have been missed, so that everything shown is read again. */
type OnEvent = (event: LiveEventKind) => void;

/** Another tab or device of this person opened the stream, and the server closed this one. Reconnecting would close the other in turn. */
const DISPLACED = 'displaced';
const EVENTS: readonly LiveEventKind[] = ['quiet-hours', 'attempt', 'suggestion', 'ticket', 'import', 'resync'];
const POLL_MS = 30_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Without a number the server answers `resync`. A browser that reconnects by itself sends the last number it received. */
const FROM_NOW = '';

/** Listens while mounted, to all events `after` the session was read (`liveAfter`). `onEvent` must be the same function on each render. */
export function useLive(after: number | null, onEvent: OnEvent): void {
  const since = useRef(after);
  useEffect(() => listen(since.current, onEvent), [onEvent]);
}

/** Opens the stream, and again after every loss with a growing pause. Returns the function that stops it. */
function listen(after: number | null, onEvent: OnEvent): () => void {
  let source: EventSource | null = null;
  let waitMs = FIRST_WAIT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const open = (query: '' | `?after=${number}`) => {
    clearTimeout(retry);
    source?.close();
    source = new EventSource(`/api/v1/live${query}` satisfies ReadAddress);
    source.addEventListener('open', () => {
      waitMs = FIRST_WAIT_MS;
      // The server replays missed events of the log; a move of the demo's clock is not in the log.
      if (wasLost) onEvent('resync');
      wasLost = false;
    });
    source.addEventListener('error', () => {
      wasLost = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      // The browser gave up (a refusal, a proxy's page) and will not reconnect by itself. The stream's refusal has no
      // text: the session's answer says whether the session has ended, and then these screens close.
      if (waitMs === FIRST_WAIT_MS) void refreshSession();
      retry = setTimeout(open, waitMs, FROM_NOW);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    });
    // Until the page becomes visible again, `poll` refreshes it every half minute.
    source.addEventListener(DISPLACED, () => source?.close());
    for (const event of EVENTS) source.addEventListener(event, () => onEvent(event));
  };

  const poll = setInterval(() => {
    if (source?.readyState !== EventSource.OPEN) onEvent('resync');
  }, POLL_MS);

  const reconnect = () => {
    if (document.visibilityState !== 'visible') return;
    onEvent('resync');
    if (source?.readyState !== EventSource.OPEN) open(FROM_NOW);
  };

  open(after === null ? FROM_NOW : `?after=${after}`);
  document.addEventListener('visibilitychange', reconnect);
  window.addEventListener('online', reconnect);
  return () => {
    clearTimeout(retry);
    clearInterval(poll);
    source?.close();
    document.removeEventListener('visibilitychange', reconnect);
    window.removeEventListener('online', reconnect);
  };
}
