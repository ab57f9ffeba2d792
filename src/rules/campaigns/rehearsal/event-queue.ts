/** Keeps what will happen in the order of time: a binary heap. */
import type { Instant } from '#rules/time/interval.ts';

/** `order` decides between events of one instant, the smaller first. Two events never have both in common. */
export interface Timed {
  readonly at: Instant;
  readonly order: number;
}

export class EventQueue<T extends Timed> {
  readonly #heap: T[] = [];

  add(event: T): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(event, heap[parent] as T)) break;
      heap[at] = heap[parent] as T;
      at = parent;
    }
    heap[at] = event;
  }

  /** Takes the next event before an instant; null: there is none. */
  takeBefore(end: Instant): T | null {
    const [first] = this.#heap;
    if (first === undefined || first.at >= end) return null;
    const last = this.#heap.pop() as T;
    if (this.#heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(event: T): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      if (left >= heap.length) break;
      const child = right < heap.length && isBefore(heap[right] as T, heap[left] as T) ? right : left;
      if (!isBefore(heap[child] as T, event)) break;
      heap[at] = heap[child] as T;
      at = child;
    }
    heap[at] = event;
  }
}

function isBefore(a: Timed, b: Timed): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
