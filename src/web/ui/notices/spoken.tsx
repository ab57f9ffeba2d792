/** What is heard and not seen. */
import { type ReactNode, useSyncExternalStore } from 'react';
import styles from './spoken.module.css';

/** Text for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}

let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says a sentence once, politely, wherever focus is. The same sentence again is said again. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

/** The one region that `announce` speaks through: mounted once, near the root. */
export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  );
  return (
    <div className={styles.hidden} aria-live="polite" role="status">
      <span key={turn}>{text}</span>
    </div>
  );
}
