/** Asks the person for the password or a code again, when the server refuses an action for the lack of it. */
import { useSyncExternalStore } from 'react';

export type ConfirmBy = 'password' | 'code';

/** A confirmation that the screen asks for. Call `end` with whether the person gave it. */
export interface PendingConfirmation {
  readonly ways: readonly ConfirmBy[];
  readonly end: (isConfirmed: boolean) => void;
}

let pending: PendingConfirmation | null = null;
const listeners = new Set<() => void>();

/** Resolves with whether the person confirmed. A second call while one is pending is refused at once. */
export function askToConfirm(ways: readonly ConfirmBy[]): Promise<boolean> {
  if (pending !== null) return Promise.resolve(false);
  return new Promise((resolve) => {
    setPending({
      ways,
      end: (isConfirmed) => {
        setPending(null);
        resolve(isConfirmed);
      },
    });
  });
}

/** Returns the confirmation that the screen must ask for now; null: none. */
export function usePendingConfirmation(): PendingConfirmation | null {
  return useSyncExternalStore(subscribe, () => pending);
}

function setPending(next: PendingConfirmation | null): void {
  pending = next;
  for (const listen of listeners) listen();
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
