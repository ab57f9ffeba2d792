/** The application's clock in a journey. */
import { AppClock, hostClock, type Setting } from '#main/core/clock.ts';

/**
 * It stands still until a journey moves it, also where the demo says that its clock runs: how fast the machine is has
 * no say in what time it is.
 */
export class StandingClock extends AppClock {
  #at = hostClock.now();
  /** Where the next setting of the demo's clock puts it, to the millisecond. */
  #next: number | null = null;

  override now(): number {
    return this.#at;
  }

  override follow({ shiftMs, frozenAt }: Setting): void {
    this.#at = this.#next ?? frozenAt ?? hostClock.now() + shiftMs;
    this.#next = null;
  }

  standAt(at: number): void {
    this.#next = at;
  }

  /** Moves it without a word to anybody. */
  pass(ms: number): void {
    this.#at += ms;
  }
}
