/** Keeps what limits each seller of a rehearsed store: the contacts of the last minutes (P1) and the queue of held contacts (P3). */
import { paceAt } from '#rules/contact/pace.ts';
import { silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import { releaseTime, type Slot } from '#rules/holds/release-time.ts';
import { includesQuietHours } from '#rules/policy/plan.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { StoreToRehearse } from './rehearsal.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';

export class SellerQueues {
  readonly #store: StoreToRehearse;
  readonly #slots: Map<string, readonly Slot[]>;
  /** The contacts of each seller, newest first. */
  readonly #contactedAt = new Map<string, readonly Instant[]>();

  constructor(store: StoreToRehearse) {
    this.#store = store;
    this.#slots = new Map(store.slots);
  }

  addContact(sellerId: string, at: Instant): void {
    const earlier = (this.#contactedAt.get(sellerId) ?? []).filter((each) => each > at - DAY_MS);
    this.#contactedAt.set(sellerId, [at, ...earlier]);
  }

  /** Returns when the seller's limit allows a contact (P1). */
  freeAt(sellerId: string, at: Instant): Instant {
    const { plan, timeline } = this.#store.silence;
    const limit = includesQuietHours(plan) ? policyAt(timeline, at)?.policy.pace.seller : undefined;
    if (limit === undefined) return at;
    return Math.max(at, paceAt(limit, this.#contactedAt.get(sellerId) ?? [], at).freeAt ?? at);
  }

  /** Takes the next free minute of the seller's queue from an instant on (P3, H7); null: no minute is free. */
  takeMinute(
    { silence, contactFromMinute: notBeforeMinute }: RehearsedPerson,
    sellerId: string,
    { from, now, before }: { readonly from: Instant; readonly now: Instant; readonly before: Instant },
  ): Instant | null {
    const slots = (this.#slots.get(sellerId) ?? []).filter(({ at }) => at >= now);
    const { policy } = policyAt(silence.timeline, now) ?? { policy: DEFAULT_POLICY };
    const spreadMinutes = policy.pace.releaseSpreadMinutes;
    const quietBetween = (start: Instant, end: Instant) => silentStretches(silence, start, end);
    const queue = { quietBetween, store: this.#store.store, notBeforeMinute, sellerId, spreadMinutes, slots };
    const time = releaseTime(queue, from, before);
    if (time === null) return null;
    this.#slots.set(sellerId, [...slots, { at: time.at, openingAt: time.openingAt, freed: false }]);
    return time.at;
  }
}
