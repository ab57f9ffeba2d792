/** For when what had the focus is gone: the screen is read on from its head. */
export function focusHead(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** The same for a screen whose code is still on its way; whoever has the focus by then keeps it. Gives the way to stop. */
export function focusHeadOnceThere(): () => void {
  const look = () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return stop();
    if (document.querySelector('main h1') === null) return;
    focusHead();
    stop();
  };
  const observer = new MutationObserver(look);
  const stop = () => observer.disconnect();
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return stop;
}
