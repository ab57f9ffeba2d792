/** Renders a part whose code loads later and that would push the content below it down the screen. */
import { type ReactNode, Suspense, useState } from 'react';

/**
 * `children`: the part, or false. A part that exists at the first render appears together with the screen, which waits
 * for its code; a part that comes later does not hide the screen.
 */
export function LazyPart({ children }: { readonly children: ReactNode }) {
  const [wasThereAtFirst] = useState(children !== false);
  return wasThereAtFirst ? children : <Suspense>{children}</Suspense>;
}
