/**
 * Lives ahead through the contacts of a store's sellers: each suggestion is used at its minute, judged as the decision will
 * judge it, sent, or held until the minute that the queue gives (D3, D4b, D6, P1, P3, H7).
 */
import { blockOfDay } from '#rules/campaigns/left-out.ts';
import { silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import { expiryOf, opensTooLate } from '#rules/holds/hold.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { EventQueue, type Timed } from './event-queue.ts';
import { type WeightedSpan, wholeMinuteFrom } from './minutes-of-use.ts';
import type { CampaignToRehearse, StoreToRehearse } from './rehearsal.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';
import { SellerQueues } from './seller-queues.ts';

/** What happens to a contact of a campaign; null: the contact belongs to no campaign. */
export interface ContactWatch {
  onContact(
    kind: 'held' | 'ready' | 'sent',
    campaignId: string | null,
    at: Instant,
    person: RehearsedPerson | null,
  ): void;
}

interface Held {
  readonly campaignId: string | null;
  readonly expiresAt: Instant;
}

/** A suggestion that is used (`held` null), or a held contact that becomes ready. */
interface ContactEvent extends Timed {
  readonly sellerId: string;
  readonly person: RehearsedPerson | null;
  readonly held: Held | null;
  /** The open time in which a postponed suggestion can still be used. */
  readonly spans: readonly WeightedSpan[];
}

export class ContactDays {
  readonly #events = new EventQueue<ContactEvent>();
  readonly #queues: SellerQueues;
  readonly #coolDowns: ReadonlyMap<string, number>;
  readonly #watch: ContactWatch;
  #count = 0;

  constructor(store: StoreToRehearse, { campaigns }: CampaignToRehearse, watch: ContactWatch) {
    this.#queues = new SellerQueues(store);
    this.#coolDowns = new Map(campaigns.map(({ id, coolDownDays }) => [id, coolDownDays]));
    this.#watch = watch;
  }

  /** Adds a contact that is held when the rehearsal begins. `person` null: not a customer of the store. */
  addHeld(person: RehearsedPerson | null, sellerId: string, at: Instant, held: Held): void {
    this.#events.add({ at, order: this.#count++, sellerId, person, held, spans: [] });
  }

  /** Lets a seller use a suggestion at a minute. */
  addUse(person: RehearsedPerson, sellerId: string, at: Instant, spans: readonly WeightedSpan[]): void {
    // The contacts that become ready in a minute come before those that the seller begins in this minute.
    this.#events.add({ at, order: AFTER_RELEASES + this.#count++, sellerId, person, held: null, spans });
  }

  /** Lives through the time before an instant. */
  liveUntil(end: Instant): void {
    for (let event = this.#events.takeBefore(end); event !== null; event = this.#events.takeBefore(end)) {
      if (event.held === null) this.#use(event);
      else this.#release(event, event.held);
    }
  }

  #use({ at, sellerId, person, spans }: ContactEvent): void {
    const open = person?.open ?? null;
    if (person === null || open === null || open.isHeld || open.sellerId !== sellerId) return;
    person.setOpen({ ...open, isTouched: true });
    if (this.#isBlocked(person, open.campaignId, at)) return;
    const opensAt = this.#opensAt(person, at);
    if (opensAt === at) {
      const next = wholeMinuteFrom(this.#queues.freeAt(sellerId, at));
      if (next === at) this.#send(open.campaignId, sellerId, person, at);
      else if (spans.some(({ start, end }) => start <= next && next < end)) this.addUse(person, sellerId, next, spans);
      return;
    }
    if (opensAt === null || opensTooLate(at, opensAt)) return;
    const kept = this.#queues.takeMinute(person, sellerId, { from: opensAt, now: at, before: expiryOf(at, at) });
    if (kept === null) return;
    person.setOpen({ ...open, isTouched: true, isHeld: true });
    this.#watch.onContact('held', open.campaignId, at, person);
    this.addHeld(person, sellerId, kept, { campaignId: open.campaignId, expiresAt: expiryOf(at, kept) });
  }

  #release({ at, sellerId, person }: ContactEvent, held: Held): void {
    const { campaignId, expiresAt } = held;
    const opensAt = person === null ? at : this.#opensAt(person, at);
    const isBlocked = person !== null && this.#isBlocked(person, campaignId, at);
    const freeAt = opensAt === null ? null : Math.max(opensAt, this.#queues.freeAt(sellerId, at));
    if (at >= expiresAt || isBlocked || freeAt === null) {
      this.#endHold(person);
    } else if (freeAt === at) {
      this.#watch.onContact('ready', campaignId, at, person);
      this.#send(campaignId, sellerId, person, at);
    } else {
      const from = Math.max(freeAt, at + 1);
      const next = person && this.#queues.takeMinute(person, sellerId, { from, now: at, before: expiresAt });
      if (next === null || next >= expiresAt) this.#endHold(person);
      else this.addHeld(person, sellerId, next, held);
    }
  }

  /** The suggestion stays in the list without its held contact. */
  #endHold(person: RehearsedPerson | null): void {
    if (person !== null && person.open !== null) person.setOpen({ ...person.open, isHeld: false });
  }

  #send(campaignId: string | null, sellerId: string, person: RehearsedPerson | null, at: Instant): void {
    this.#queues.addContact(sellerId, at);
    this.#watch.onContact('sent', campaignId, at, person);
    person?.contact(at);
  }

  #isBlocked(person: RehearsedPerson, campaignId: string | null, at: Instant): boolean {
    const coolDownDays = (campaignId === null ? null : this.#coolDowns.get(campaignId)) ?? 0;
    return blockOfDay({ ...person.facts, isSilentAllDay: false }, coolDownDays, at) !== null;
  }

  /** Returns when nothing is silent for the person; null: not before a held contact would end. */
  #opensAt({ silence }: RehearsedPerson, at: Instant): Instant | null {
    const [first] = silentStretches(silence, at, at + SEARCHED_MS);
    if (first === undefined || first.start > at) return at;
    return first.end >= at + SEARCHED_MS ? null : first.end;
  }
}

const AFTER_RELEASES = 1e12;
/** A held contact ends 72 hours after it was held (H3). */
const SEARCHED_MS = 4 * DAY_MS;
