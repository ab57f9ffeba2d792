/** Focuses the screen's heading, for when the focused element has disappeared. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/**
 * Does the same for a screen whose code is still loading, unless another element has the focus by then. Returns the
 * function that stops it.
 */
export function focusHeadingOnceThere(): () => void {
  const focusIfRendered = () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return stop();
    if (document.querySelector('main h1') === null) return;
    focusHeading();
    stop();
  };
  const observer = new MutationObserver(focusIfRendered);
  const stop = () => observer.disconnect();
  observer.observe(document.body, { childList: true, subtree: true });
  focusIfRendered();
  return stop;
}
