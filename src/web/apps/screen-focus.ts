/** A new screen is read from its head: focus goes there, and the page to its top; a list keeps its place. */
import { useEffect } from 'react';
import { LIST_PATHS } from '#web/shell/seller-routes.ts';

let arrivedAt = location.pathname;

/**
 * For the list and for what is opened from it, each with the address while it is theirs, else null. The first screen of
 * a visit takes no focus.
 */
export function useArrival(path: string | null): void {
  useEffect(() => {
    if (path === null || path === arrivedAt) return;
    arrivedAt = path;
    if (document.querySelector('dialog[open]')) return;
    const heads = [...document.querySelectorAll<HTMLElement>('main h1')].filter((head) => head.offsetParent !== null);
    heads.at(-1)?.focus({ preventScroll: true });
    if (!Object.values(LIST_PATHS).includes(path)) scrollTo({ top: 0 });
  }, [path]);
}
