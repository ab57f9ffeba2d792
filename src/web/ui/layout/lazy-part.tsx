/** A part of a screen whose code comes later, and that would push what is below it down the screen. */
import { type ReactNode, Suspense, useState } from 'react';

/**
 * `children`: the part, or false. What is there at first appears together with the screen, which waits for its code; what
 * comes while the screen is open takes nothing off it.
 */
export function LazyPart({ children }: { readonly children: ReactNode }) {
  const [wasThereAtFirst] = useState(children !== false);
  return wasThereAtFirst ? children : <Suspense>{children}</Suspense>;
}
