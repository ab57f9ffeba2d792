/** The clocks of the program. Only this file reads the time; all other code gets the instant as an argument. */

export interface Clock {
  /** Returns the instant in epoch milliseconds. */
  now(): number;
}

/** The host's clock, which sessions, throttles and logs use. */
export const hostClock: Clock = { now: () => Date.now() };

/** Returns the milliseconds since an arbitrary moment; the clock behind this is never set, only counts on. */
export function monotonicNow(): number {
  return performance.now();
}

/** How far the demo's clock is ahead of the host's clock, or the instant at which it is stopped. */
export interface Setting {
  readonly shiftMs: number;
  /** Null while the clock ticks. */
  readonly frozenAt: number | null;
}

/** The app's clock. In production the clock equals the host's; in the demo it follows the setting in the database. */
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
