/** A new screen is read from its head: focus goes there, and the page to its top; coming back, to where one was. */
import { useEffect, useRef } from 'react';

/** `path`: the address shown. The first screen of a visit takes no focus. */
export function useArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (document.querySelector('dialog[open]')) return;
    const heads = [...document.querySelectorAll<HTMLElement>('main h1')].filter((head) => head.offsetParent !== null);
    heads.at(-1)?.focus({ preventScroll: true });
    // The list keeps its place under a message on a phone; what is opened begins at its top.
    if (path !== '/' && path !== '/carteira') scrollTo({ top: 0 });
  }, [path]);
}
