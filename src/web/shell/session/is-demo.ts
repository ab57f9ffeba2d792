/** Remembers that the server is a demo, once an answer about the session said so. */
import { useSyncExternalStore } from 'react';

let demo = false;
const listeners = new Set<() => void>();

export function setDemo(): void {
  if (demo) return;
  demo = true;
  for (const listen of listeners) listen();
}

export function useIsDemo(): boolean {
  return useSyncExternalStore(subscribe, () => demo);
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
