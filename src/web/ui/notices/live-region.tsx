/** Texts for screen readers that are not visible. */
import { type ReactNode, useSyncExternalStore } from 'react';
import styles from './live-region.module.css';

/** A text for screen readers only. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}

let spoken = { text: '', count: 0 };
const listeners = new Set<() => void>();

/** Announces a sentence once, politely, wherever the focus is. The same sentence can be announced again. */
export function announce(text: string): void {
  spoken = { text, count: spoken.count + 1 };
  for (const listener of listeners) listener();
}

/** The one live region of `announce`: mounted once, near the root. */
export function LiveRegion() {
  const { text, count } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  );
  return (
    <div className={styles.hidden} aria-live="polite" role="status">
      <span key={count}>{text}</span>
    </div>
  );
}
