/** The one place that reads the time; everywhere else the instant is an argument. */

/** Answers the instant, in epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** The machine's own: sessions, throttles and logs go by it. */
export const hostClock: Clock = { now: () => Date.now() };

/** Milliseconds since some moment, never set by anybody. */
export function monotonicNow(): number {
  return performance.now();
}

/** Where the demo's clock stands: so much ahead of the host's, or still. */
export interface Setting {
  readonly shiftMs: number;
  /** Null while it ticks. */
  readonly frozenAt: number | null;
}

/** The application's clock. In production nothing sets it; in the demo it follows what the database says. */
export class AppClock implements Clock {
  readonly #host: Clock;
  #setting: Setting = { shiftMs: 0, frozenAt: null };

  constructor(host: Clock = hostClock) {
    this.#host = host;
  }

  now(): number {
    return this.#setting.frozenAt ?? this.#host.now() + this.#setting.shiftMs;
  }

  follow(setting: Setting): void {
    this.#setting = setting;
  }
}
