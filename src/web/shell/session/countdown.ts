/** Counts down the seconds before the next try. */
import { useCallback, useEffect, useState } from 'react';

export interface Countdown {
  /** Whole seconds left; 0 when a try is allowed. */
  readonly seconds: number;
  readonly start: (seconds: number) => void;
}

export function useCountdown(): Countdown {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(0);
  const running = endsAt > now;

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [running]);

  const start = useCallback((seconds: number) => {
    setNow(performance.now());
    setEndsAt(performance.now() + seconds * 1000);
  }, []);
  return { seconds: running ? Math.ceil((endsAt - now) / 1000) : 0, start };
}
