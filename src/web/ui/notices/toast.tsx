/** Shows what has just happened for a moment, with an undo: a toast never carries anything that must be read. */
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly text: ReactNode;
  /** Undo, or the next step. Running it removes the toast. */
  readonly action?: { readonly label: string; readonly run: () => void };
  /** The action closes its screen: the toast stays on the next screen, but not on further ones. */
  readonly goesAlong?: boolean;
  /** The ids of rows in the list that the toast is about: the last part of the row's address. */
  readonly about?: readonly string[];
  /** Stays until the person acts. */
  readonly lasting?: boolean;
  readonly tone?: 'plain' | 'warn';
}

/** Long enough to read twice and to reach the button (WCAG 2.2.1: the time also stops while the toast is pointed at or focused). */
const SHOWN_MS = 8_000;

let current: (Toast & { readonly number: number }) | null = null;
let number = 0;
const listeners = new Set<() => void>();

/** Shows a toast instead of the one before; returns the function that removes it. */
export function showToast(toast: Toast): () => void {
  const mine = { ...toast, number: ++number };
  set(mine);
  return () => {
    if (current === mine) set(null);
  };
}

/** Removes the toast: the device locks, and the next person must not see it. */
export function hideToast(): void {
  set(null);
}

/** Where toasts appear: mounted once, near the root. `place` is the address: a toast disappears when it changes. */
export function Toasts({ place }: { readonly place: string }) {
  const toast = useSyncExternalStore(subscribe, () => current);
  const shownAt = useRef<{ readonly number: number; readonly place: string; readonly leaves: number } | null>(null);
  useEffect(() => {
    const shown = shownAt.current;
    // With `goesAlong` the toast stays over the first change of the address, because its action closes the screen.
    if (toast === null || shown?.number !== toast.number)
      shownAt.current = toast && { number: toast.number, place, leaves: toast.goesAlong ? 1 : 0 };
    else if (shown.place === place || toast.lasting) return;
    else if (shown.leaves > 0) shownAt.current = { ...shown, place, leaves: shown.leaves - 1 };
    else set(null);
  }, [toast, place]);
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {toast && <Shown key={toast.number} toast={toast} />}
    </div>
  );
}

function Shown({ toast }: { readonly toast: Toast }) {
  const [isPaused, setPaused] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const uncover = () => uncoverFrom(box.current, toast.about ?? []);
    // The next screen takes the focus, and its list is read again: each can move the rows in question under the toast.
    const observer = new ResizeObserver(uncover);
    observer.observe(document.body);
    document.addEventListener('focusin', uncover);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', uncover);
    };
  }, [toast]);
  useEffect(() => {
    if (isPaused || toast.lasting) return;
    const timer = setTimeout(() => set(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPaused, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only pauses the timer; the button inside acts.
    <div
      ref={box}
      className={styles.toast}
      data-tone={toast.tone ?? 'plain'}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.action && (
        <Button
          tone="text"
          onClick={() => {
            toast.action?.run();
            set(null);
          }}
        >
          {toast.action.label}
        </Button>
      )}
    </div>
  );
}

/** Scrolls the focused element and the rows in question out from under the toast (`toast.module.css` sets how far). */
function uncoverFrom(toast: HTMLElement | null, about: readonly string[]): void {
  const rows = about.map((id) => document.querySelector(`main a[href$="/${id}"]`)?.closest('li'));
  const focused = document.activeElement === document.body ? null : document.activeElement;
  for (const each of [...rows, focused]) {
    if (toast === null || !each || toast.contains(each)) continue;
    const [over, under] = [toast.getBoundingClientRect(), each.getBoundingClientRect()];
    const isBeside = under.right <= over.left || under.left >= over.right;
    if (!isBeside && under.bottom > over.top && under.top < over.bottom) each.scrollIntoView({ block: 'nearest' });
  }
}

function set(toast: typeof current): void {
  current = toast;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
