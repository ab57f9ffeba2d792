/** Ends a person's turn on the device: after five minutes without a touch, or ten while the person is in WhatsApp. */
import { useEffect } from 'react';
import { keepTurn } from '#web/shell/api/session.ts';
import { readAway } from '#web/shell/session/device.ts';

const IDLE_MS = 5 * 60_000;
const AWAY_MS = 10 * 60_000;
/** The server is told of touches at most this often. */
const TELL_MS = 60_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Calls `onPause` once nobody has touched the screen for too long. With `personId` null there is nothing to pause. */
export function useTurn(personId: string | null, onPause: (personId: string) => void): void {
  useEffect(() => {
    if (personId === null) return;
    let msSinceTouch = stopwatch();
    let msSinceTold = stopwatch();
    let timer: ReturnType<typeof setTimeout>;
    let tellTimer: ReturnType<typeof setTimeout> | undefined;

    const msLeft = () => {
      const leftApp = readAway();
      const idleMs = IDLE_MS - msSinceTouch();
      return leftApp === null ? idleMs : Math.max(idleMs, AWAY_MS - Math.abs(Date.now() - leftApp.leftAt));
    };
    const check = () => {
      clearTimeout(timer);
      const remaining = msLeft();
      if (remaining <= 0) onPause(personId);
      else timer = setTimeout(check, remaining + 50);
    };
    const tellServer = () => {
      tellTimer = undefined;
      msSinceTold = stopwatch();
      void keepTurn();
    };
    const onTouch = () => {
      // The device slept too long and this touch woke it: the turn has already ended.
      if (msLeft() <= 0) return onPause(personId);
      msSinceTouch = stopwatch();
      tellTimer ??= setTimeout(tellServer, Math.max(0, TELL_MS - msSinceTold()));
    };
    const onVisible = () => {
      if (document.visibilityState !== 'visible') return;
      // A return from WhatsApp in time counts as a touch.
      if (readAway() !== null) onTouch();
      check();
    };

    check();
    for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('pageshow', onVisible);
    return () => {
      clearTimeout(timer);
      clearTimeout(tellTimer);
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch, { capture: true });
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pageshow', onVisible);
    };
  }, [personId, onPause]);
}

/**
 * Returns a function with the milliseconds since this call. The monotonic clock stops while some phones sleep, and the
 * wall clock can be set, so that the longer time counts.
 */
function stopwatch(): () => number {
  const monotonic = performance.now();
  const wall = Date.now();
  return () => Math.max(performance.now() - monotonic, Date.now() - wall);
}
