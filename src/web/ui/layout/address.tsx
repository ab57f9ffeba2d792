/**
 * Addresses within the app: the current path, and links to other paths. The first screen needs no more of a router than
 * this; the pages of support and of the brand match patterns with `wouter`, which follows the same changes.
 */
import { type ComponentProps, type MouseEvent, useLayoutEffect } from 'react';
import { navigate, usePathname } from 'wouter/use-browser-location';

/** Returns the path, as `/cliente/…`, and the function that navigates to another one. */
export function useLocation(): readonly [string, typeof navigate] {
  return [readable(usePathname()), navigate];
}

export interface LinkProps extends ComponentProps<'a'> {
  readonly href: string;
}

/** A link within the app. The browser handles presses with a modifier key or another mouse button, as for a new tab. */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
    onClick?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...rest} href={href} onClick={go}>
      {children}
    </a>
  );
}

export function Redirect({ to, replace = false }: { readonly to: string; readonly replace?: boolean }) {
  useLayoutEffect(() => navigate(to, { replace }), [to, replace]);
  return null;
}

/** Decodes a path; a path that cannot be decoded, as "%E0", stays as it is. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
