/** What people mean to do and when, done in the order of time, whenever it was thought of. */
import type { Instant } from '#rules/time/interval.ts';

export class ActionQueue {
  readonly #entries: { readonly at: Instant; readonly act: (at: Instant) => void }[] = [];

  /** Of two at one instant the first thought of comes first. */
  add(at: Instant, act: (at: Instant) => void): void {
    let place = this.#entries.length;
    while (place > 0 && at >= (this.#entries[place - 1]?.at ?? Number.POSITIVE_INFINITY)) place--;
    this.#entries.splice(place, 0, { at, act });
  }

  /** Until nothing is left; an act may add what comes of it. */
  live(): void {
    for (let entry = this.#entries.pop(); entry; entry = this.#entries.pop()) entry.act(entry.at);
  }
}
