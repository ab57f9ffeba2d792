/** Whether the screen is wide enough for a list and what is opened from it side by side. */
import { useSyncExternalStore } from 'react';

/** As in `frame.module.css`. */
const DESK = '(min-width: 900px)';

export function useIsDesk(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(DESK).matches);
}

function subscribe(listen: () => void): () => void {
  const query = matchMedia(DESK);
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
}
