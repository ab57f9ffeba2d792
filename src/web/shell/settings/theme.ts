/**
 * Switches between the light and the dark theme: the theme follows quiet hours, or the person fixes it. While a field
 * has the focus or a sheet is open, a switch waits.
 */
import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from './local-storage.ts';

export type ThemeChoice = 'follow' | 'clara' | 'escura';
export type Theme = 'clara' | 'escura';

const CHOICE_KEY = 'oto.theme';
/** `first-light.js` reads this key before the first paint. */
const LAST_KEY = 'oto.theme.last';
const BACKGROUNDS: Readonly<Record<Theme, string>> = { clara: '#f6f2ea', escura: '#15162f' };

let choice = readChoice();
let quiet: boolean | null = null;
let idleObserver: MutationObserver | null = null;
const listeners = new Set<() => void>();

/** Sets whether it is quiet by the server's clock; null where the theme has nothing to follow. */
export function followQuiet(quietNow: boolean | null): void {
  quiet = quietNow;
  applyThemeWhenIdle();
}

/** Sets the person's choice for this device; the theme switches at once. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  writeStored(CHOICE_KEY, next);
  applyTheme();
  for (const listener of listeners) listener();
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}

function wantedTheme(): Theme {
  if (choice !== 'follow') return choice;
  // Until the server's first answer the last theme stays, so that a reload at night does not flash.
  if (quiet === null) return shownTheme();
  return quiet ? 'escura' : 'clara';
}

function shownTheme(): Theme {
  return document.documentElement.dataset.theme === 'escura' ? 'escura' : 'clara';
}

function applyTheme(): void {
  stopWaiting();
  const theme = wantedTheme();
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', BACKGROUNDS[theme]);
  writeStored(LAST_KEY, theme);
}

function applyThemeWhenIdle(): void {
  if (wantedTheme() === shownTheme() || !isInUse()) applyTheme();
  else if (idleObserver === null) {
    idleObserver = new MutationObserver(applyThemeWhenIdle);
    idleObserver.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['open'],
    });
    document.addEventListener('focusout', afterFocus);
  }
}

/**
 * Checks again after the focus has moved: between two fields no element has the focus for a moment, so that the check
 * waits for the next task.
 */
function afterFocus(): void {
  setTimeout(applyThemeWhenIdle);
}

function stopWaiting(): void {
  idleObserver?.disconnect();
  idleObserver = null;
  document.removeEventListener('focusout', afterFocus);
}

function isInUse(): boolean {
  return (
    document.querySelector('dialog[open]') !== null ||
    document.activeElement?.matches('input, textarea, select, [role="slider"]') === true
  );
}

function readChoice(): ThemeChoice {
  const stored = readStored(CHOICE_KEY);
  return stored === 'clara' || stored === 'escura' ? stored : 'follow';
}
