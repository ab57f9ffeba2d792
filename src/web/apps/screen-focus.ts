/** Focuses the heading of a new screen and scrolls the page to the top; a list keeps its scroll position. */
import { useEffect } from 'react';
import { LIST_PATHS } from '#web/shell/seller-routes.ts';

let arrivedAt = location.pathname;

/**
 * Moves the focus whenever `path` changes. The list and the opened entry each pass their own address, and null while
 * another screen is current. The first screen of a visit takes no focus.
 */
export function useScreenFocus(path: string | null): void {
  useEffect(() => {
    if (path === null || path === arrivedAt) return;
    arrivedAt = path;
    if (document.querySelector('dialog[open]')) return;
    const heads = [...document.querySelectorAll<HTMLElement>('main h1')].filter((head) => head.offsetParent !== null);
    heads.at(-1)?.focus({ preventScroll: true });
    if (!Object.values(LIST_PATHS).includes(path)) scrollTo({ top: 0 });
  }, [path]);
}

/** Moves the focus only after the screen has rendered whose heading takes it: both are inside one `Suspense`. */
export function FocusHeading({ at }: { readonly at: string }): null {
  useScreenFocus(at);
  return null;
}
