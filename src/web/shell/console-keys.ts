/** The keys of the support console: ⌘K or Ctrl-K opens the finder, J and K walk through the lists of the page. */
import { useEffect, useState } from 'react';

/** Keys of one letter can be switched off (WCAG 2.1.4): who dictates, or has a hand that slips, presses them unasked. */
const SETTING = 'oto.support.letter-keys';

/** Kept on this device. */
export function useLetterKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(readSetting);
  const choose = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(SETTING, next ? 'on' : 'off');
    } catch {
      // Kept on the screen only.
    }
  };
  return [on, choose];
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
}

export interface ConsoleKeys {
  readonly onFind: () => void;
  readonly letters: boolean;
}

export function useConsoleKeys({ onFind, letters }: ConsoleKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        // The browser's own search stays shut.
        event.preventDefault();
        if (!isSheetOpen()) onFind();
        return;
      }
      if (!letters || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((key !== 'j' && key !== 'k') || isTyping(event.target) || isSheetOpen()) return;
      if (walk(key === 'j' ? 1 : -1)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onFind, letters]);
}

/** Moves the focus to the link of the next line, or of the one before; at either end it stays. False: there is no list. */
function walk(step: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>('main [data-walks] > li')].filter(
    (line) => line.checkVisibility() && wayInto(line) !== null,
  );
  if (lines.length === 0) return false;
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1);
  const line = lines[next];
  if (line) {
    wayInto(line)?.focus();
    line.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

/** What Enter opens. */
function wayInto(line: HTMLElement): HTMLElement | null {
  return line.querySelector<HTMLElement>('a[href], button');
}

function isSheetOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

const TYPED_IN = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED_IN);
}
