/** What is not needed at first: fetched while the first screen is read, so that it opens at once, also without network. */
import { type ComponentType, lazy } from 'react';

const fetches: (() => Promise<unknown>)[] = [];

/**
 * `later(async () => (await import('./x.tsx')).X)`: a component like `X`, to stand inside a `Suspense`. Without network
 * and never fetched it throws, for the nearest boundary.
 */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  fetches.push(fetch);
  return lazy(async () => ({ default: await fetch() }));
}

/** As `later`, for what the screen can do without: where its code cannot be had, nothing is drawn in its place. */
export function laterIfThere<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return later<Props>(() => fetch().catch(() => Nothing));
}

/** Drawn in the place of what cannot be had. */
export function Nothing(): null {
  return null;
}

/** Leaves the network to the first screen for this long. */
export const FIRST_SCREEN_MS = 2_000;

/** To call once the first screen stands; gives the way to stop. What could not be had is tried again when it is opened. */
export function fetchTheRest(): () => void {
  const timer = setTimeout(async () => {
    for (const fetch of fetches) await fetch().catch(() => undefined);
  }, FIRST_SCREEN_MS);
  return () => clearTimeout(timer);
}
