/** For when what had the focus is gone: the screen is read on from its head. */
export function focusHead(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
