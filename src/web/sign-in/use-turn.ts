/** Ends a person's turn on the device: after five minutes without a touch, or ten while the person is in WhatsApp. */
import { useEffect } from 'react';
import { keepTurn } from '#web/shell/api/session.ts';
import { away } from '#web/shell/session/device.ts';

const IDLE_MS = 5 * 60_000;
const AWAY_MS = 10 * 60_000;
/** The server is told of touches at most this often. */
const TELL_MS = 60_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** Calls `onPause` once nobody has touched the screen for too long. With `personId` null there is nothing to pause. */
export function useTurn(personId: string | null, onPause: (personId: string) => void): void {
  useEffect(() => {
    if (personId === null) return;
    let untouched = stopwatch();
    let untold = stopwatch();
    let timer: ReturnType<typeof setTimeout>;
    let telling: ReturnType<typeof setTimeout> | undefined;

    const left = () => {
      const gone = away();
      const waits = IDLE_MS - untouched();
      return gone === null ? waits : Math.max(waits, AWAY_MS - Math.abs(Date.now() - gone.leftAt));
    };
    const watch = () => {
      clearTimeout(timer);
      const rest = left();
      if (rest <= 0) onPause(personId);
      else timer = setTimeout(watch, rest + 50);
    };
    const tell = () => {
      telling = undefined;
      untold = stopwatch();
      void keepTurn();
    };
    const touched = () => {
      // The device slept too long and this touch woke it: the turn has already ended.
      if (left() <= 0) return onPause(personId);
      untouched = stopwatch();
      telling ??= setTimeout(tell, Math.max(0, TELL_MS - untold()));
    };
    const seen = () => {
      if (document.visibilityState !== 'visible') return;
      // A return from WhatsApp in time counts as a touch.
      if (away() !== null) touched();
      watch();
    };

    watch();
    for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pageshow', seen);
    return () => {
      clearTimeout(timer);
      clearTimeout(telling);
      for (const touch of TOUCHES) window.removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pageshow', seen);
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
