/**
 * The light the app stands in: it follows the silence, or is fixed by the person. It never turns under somebody's
 * hands: while a field has focus or a sheet is open it waits, and turns right after.
 */
import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from './stored.ts';

export type ThemeChoice = 'follow' | 'clara' | 'escura';
export type Theme = 'clara' | 'escura';

const CHOICE_KEY = 'oto.theme';
/** Read by `first-light.js` before the first pixel. */
const LAST_KEY = 'oto.theme.last';
const PAPER: Readonly<Record<Theme, string>> = { clara: '#f6f2ea', escura: '#15162f' };

let choice = readChoice();
let quiet: boolean | null = null;
let waiting: MutationObserver | null = null;
const listeners = new Set<() => void>();

/** Told by whoever knows, by the server's clock: true while it is quiet, null where there is nothing to follow. */
export function followQuiet(quietNow: boolean | null): void {
  quiet = quietNow;
  turnWhenFree();
}

/** The person's own choice, for this device; it turns at once, since it was asked for. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  writeStored(CHOICE_KEY, next);
  turn();
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

function wanted(): Theme {
  if (choice !== 'follow') return choice;
  // Before the first answer of the server the last light stays: a reload at night does not flash.
  if (quiet === null) return shown();
  return quiet ? 'escura' : 'clara';
}

function shown(): Theme {
  return document.documentElement.dataset.theme === 'escura' ? 'escura' : 'clara';
}

function turn(): void {
  stopWaiting();
  const theme = wanted();
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', PAPER[theme]);
  writeStored(LAST_KEY, theme);
}

function turnWhenFree(): void {
  if (wanted() === shown() || !inUse()) turn();
  else if (waiting === null) {
    waiting = new MutationObserver(turnWhenFree);
    waiting.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] });
    document.addEventListener('focusout', afterFocus);
  }
}

/** Focus on its way from one field to the next is nowhere for a moment. */
function afterFocus(): void {
  setTimeout(turnWhenFree);
}

function stopWaiting(): void {
  waiting?.disconnect();
  waiting = null;
  document.removeEventListener('focusout', afterFocus);
}

function inUse(): boolean {
  return (
    document.querySelector('dialog[open]') !== null ||
    document.activeElement?.matches('input, textarea, select, [role="slider"]') === true
  );
}

function readChoice(): ThemeChoice {
  const stored = readStored(CHOICE_KEY);
  return stored === 'clara' || stored === 'escura' ? stored : 'follow';
}
