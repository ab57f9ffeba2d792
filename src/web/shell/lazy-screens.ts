/** Loads screens lazily: their code is prefetched after the first screen, so that they open at once, also without network. */
import { type ComponentType, lazy } from 'react';

const fetches: (() => Promise<unknown>)[] = [];

/**
 * `later(async () => (await import('./x.tsx')).X)` returns a component like `X`, to be rendered inside a `Suspense`.
 * The component throws to the nearest boundary where its code was never loaded and there is no network.
 */
export function lazyScreen<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  fetches.push(fetch);
  return lazy(async () => ({ default: await fetch() }));
}

/** As `lazyScreen`, for parts that a screen can do without: where the code cannot be loaded, nothing is rendered. */
export function lazyPart<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazyScreen<Props>(() => fetch().catch(() => RenderNothing));
}

/** Renders nothing, instead of a part that cannot be loaded. */
export function RenderNothing(): null {
  return null;
}

/** The first screen has the network for itself for this long. */
export const FIRST_SCREEN_MS = 2_000;

/**
 * Starts the prefetch, called once after the first screen has rendered; returns the function that stops it. A file that
 * fails is tried again when its screen opens.
 */
export function prefetchScreens(): () => void {
  const timer = setTimeout(async () => {
    for (const fetch of fetches) await fetch().catch(() => undefined);
  }, FIRST_SCREEN_MS);
  return () => clearTimeout(timer);
}
