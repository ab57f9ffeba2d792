/** Records each touch of the device, and reports when five minutes passed without one. */
import { useEffect } from 'react';
import { IDLE_LIMIT_MS, msSinceTouch, recordTouch } from './kept-day.ts';

const TOUCHES = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;
/** A touch is recorded at most this often. */
const NOTE_MS = 1_000;

/**
 * Calls `onUntouched` after five minutes without a touch, and `onTouchedAgain` at the first touch after that. Both must
 * be the same function on each render.
 */
export function useIdle(onUntouched: () => void, onTouchedAgain?: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isUntouched = false;
    const watch = () => {
      clearTimeout(timer);
      const left = IDLE_LIMIT_MS - msSinceTouch();
      if (left > 0) timer = setTimeout(watch, left + 50);
      else {
        isUntouched = true;
        onUntouched();
      }
    };
    const onTouch = () => {
      if (!isUntouched && msSinceTouch() < NOTE_MS) return;
      recordTouch();
      if (isUntouched) onTouchedAgain?.();
      isUntouched = false;
      watch();
    };
    const onVisible = () => document.visibilityState === 'visible' && watch();
    watch();
    for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch, { capture: true });
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [onUntouched, onTouchedAgain]);
}
