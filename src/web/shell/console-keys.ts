/** The keys of the support console: ⌘K or Ctrl-K opens the finder, J and K move through the lists of the page. */
import { useEffect, useState } from 'react';

/** The keys of one letter can be switched off (WCAG 2.1.4), because speech input or a slipping hand can press them by mistake. */
const SETTING = 'oto.support.letter-keys';

/** The setting is kept on this device. */
export function useLetterKeys(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(readSetting);
  const choose = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(SETTING, next ? 'on' : 'off');
    } catch {
      // Without storage the setting lasts until the page is closed.
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
        // The browser's own search must not open.
        event.preventDefault();
        if (!isSheetOpen()) onFind();
        return;
      }
      if (!letters || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if ((key !== 'j' && key !== 'k') || isTyping(event.target) || isSheetOpen()) return;
      if (moveFocus(key === 'j' ? 1 : -1)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onFind, letters]);
}

/** Moves the focus to the link of the next line, or of the one before; at either end it stays. Returns false where there is no list. */
function moveFocus(step: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>('main [data-walks] > li')].filter(
    (line) => line.checkVisibility() && linkIn(line) !== null,
  );
  if (lines.length === 0) return false;
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1);
  const line = lines[next];
  if (line) {
    linkIn(line)?.focus();
    line.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

/** Returns the link or button of a line that Enter activates. */
function linkIn(line: HTMLElement): HTMLElement | null {
  return line.querySelector<HTMLElement>('a[href], button');
}

function isSheetOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

const TYPED_IN = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(TYPED_IN);
}
