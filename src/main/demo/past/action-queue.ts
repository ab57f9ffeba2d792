/** A queue of actions with their instants, which runs them in the order of time. */
import type { Instant } from '#rules/time/interval.ts';

export class ActionQueue {
  readonly #entries: { readonly at: Instant; readonly act: (at: Instant) => void }[] = [];

  /** Adds an action. Of two actions at one instant, the one added first runs first. */
  add(at: Instant, act: (at: Instant) => void): void {
    let place = this.#entries.length;
    while (place > 0 && at >= (this.#entries[place - 1]?.at ?? Number.POSITIVE_INFINITY)) place--;
    this.#entries.splice(place, 0, { at, act });
  }

  /** Runs all actions until the queue is empty; an action may add others. */
  run(): void {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) entry.act(entry.at);
  }
}
