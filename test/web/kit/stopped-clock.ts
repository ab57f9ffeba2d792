/** The application's clock in a journey. */
import { AppClock, hostClock, type Setting } from '#main/core/clock.ts';

/**
 * A clock that stands still until a journey moves it, also where the demo says that its clock runs: the time in a journey
 * must not depend on the speed of the machine.
 */
export class StoppedClock extends AppClock {
  #at = hostClock.now();
  /** The instant to which the next setting of the demo's clock moves this clock, to the millisecond. */
  #next: number | null = null;

  override now(): number {
    return this.#at;
  }

  override follow({ shiftMs, frozenAt }: Setting): void {
    this.#at = this.#next ?? frozenAt ?? hostClock.now() + shiftMs;
    this.#next = null;
  }

  stopAt(at: number): void {
    this.#next = at;
  }

  /** Moves the clock forward without telling any screen. */
  advance(ms: number): void {
    this.#at += ms;
  }
}
