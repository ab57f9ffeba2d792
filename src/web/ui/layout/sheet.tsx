/** A question over the screen: a native modal dialog, from the bottom of a phone, in the middle of a desk. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './sheet.module.css';

export interface SheetProps {
  readonly title: ReactNode;
  /** Runs on Esc, the system's back and a tap beside the sheet: must be the harmless choice. */
  readonly onBack: () => void;
  /** The text; it scrolls when it is large. */
  readonly children?: ReactNode;
  /** The buttons, the recommended one first: they stay visible. */
  readonly actions?: ReactNode;
  /** A tap beside the sheet does nothing: for sheets with typed text. */
  readonly stay?: boolean;
}

/**
 * Opens a sheet for as long as the component is mounted. The focus goes to the control with `firstFocus` (an element
 * with `data-first-focus`), else to the title, and back to the earlier element when the sheet closes. The theme does
 * not switch while a sheet is open.
 */
export function Sheet({ title, onBack, children, actions, stay }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    scrollAsOneIfTall(frame.current, buttons.current);
    const first = element?.querySelector<HTMLElement>('[data-first-focus]');
    // A sheet that scrolls as a whole starts at its title: the button of the first focus may be below the screen.
    if (first && !scrollsAsOne(frame.current)) first.focus();
    else heading.current?.focus();
    return () => element?.close();
  }, []);

  // A part that scrolls must be reachable by keys (WCAG 2.1.1); a part that does not scroll must not be a tab stop.
  useLayoutEffect(() => {
    const scroller = body.current;
    if (scroller === null) return;
    const measure = () => {
      scrollAsOneIfTall(frame.current, buttons.current);
      if (scroller.scrollHeight > scroller.clientHeight) scroller.tabIndex = 0;
      else scroller.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    if (buttons.current !== null) observer.observe(buttons.current);
    for (const child of scroller.children) observer.observe(child);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same through the dialog's cancel event.
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
      <div ref={frame} className={styles.frame}>
        <div ref={body} className={styles.body}>
          <h2 ref={heading} id={titleId} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {children}
        </div>
        {actions && (
          <div ref={buttons} className={styles.actions}>
            {actions}
          </div>
        )}
      </div>
    </dialog>
  );
}

/** The share of the screen's height that buttons may take before the sheet scrolls as a whole. */
const BUTTONS_MOST = 0.5;

/** In large text on a small screen, buttons that stayed visible would leave no space for the text, or be cut off themselves. */
function scrollAsOneIfTall(frame: HTMLElement | null, buttons: HTMLElement | null): void {
  if (frame === null || buttons === null) return;
  frame.dataset.scrolls = buttons.scrollHeight > BUTTONS_MOST * window.innerHeight ? 'as-one' : 'text';
}

function scrollsAsOne(frame: HTMLElement | null): boolean {
  return frame?.dataset.scrolls === 'as-one';
}

/** Two buttons side by side where they fit, else one above the other. */
export function ActionRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
