/** Whether the screen is wide enough to show a list and its opened entry side by side. */
import { useSyncExternalStore } from 'react';

/** The same width as in `frame.module.css`. */
const DESK = '(min-width: 900px)';

export function useIsDesk(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(DESK).matches);
}

function subscribe(listen: () => void): () => void {
  const query = matchMedia(DESK);
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
}
