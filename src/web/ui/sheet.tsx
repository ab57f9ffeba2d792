/** A question over the screen: a native modal dialog, from below on a phone, in the middle of a desk. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './sheet.module.css';

export interface SheetProps {
  readonly title: ReactNode;
  /** Esc, the system's back and a tap beside the sheet: always the harmless way. */
  readonly onBack: () => void;
  /** What there is to read; it scrolls when the text is large. */
  readonly children?: ReactNode;
  /** The buttons, in order of offer: they stay in sight. */
  readonly actions?: ReactNode;
  /** A tap beside the sheet does nothing: for sheets with something typed. */
  readonly stay?: boolean;
}

/**
 * Open for as long as it is mounted. Focus goes to the control with `firstFocus` (an element with `data-first-focus`),
 * else to the title, and back to where it was when the sheet leaves. The theme does not turn meanwhile.
 */
export function Sheet({ title, onBack, children, actions, stay }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    (element?.querySelector<HTMLElement>('[data-first-focus]') ?? heading.current)?.focus();
    return () => element?.close();
  }, []);

  // What scrolls must be reachable by keys (WCAG 2.1.1); what does not is no stop on the way.
  useLayoutEffect(() => {
    const scroller = body.current;
    if (scroller === null) return;
    const measure = new ResizeObserver(() => {
      if (scroller.scrollHeight > scroller.clientHeight) scroller.tabIndex = 0;
      else scroller.removeAttribute('tabindex');
    });
    measure.observe(scroller);
    for (const child of scroller.children) measure.observe(child);
    return () => measure.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same, by the dialog's own cancel.
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onBack();
      }}
      onClick={(event) => {
        if (!stay && event.target === dialog.current) onBack();
      }}
    >
      <div className={styles.frame}>
        <div ref={body} className={styles.body}>
          <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {children}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}

/** Two buttons side by side where there is room, one above the other where there is not. */
export function ActionRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
