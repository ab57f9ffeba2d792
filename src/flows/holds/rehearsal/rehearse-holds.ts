/**
 * Runs the releases of held contacts ahead of time: each hold is judged at its minute by the code that will release it
 * (`judgeHold`), with the facts of now. Nothing is written.
 *
 * Two assumptions stand in for people: a contact that becomes ready is sent in its minute, unless a check refuses it then, and a
 * contact that is ready when the rehearsal begins is not sent any more.
 */
import type { ContextRow } from '#flows/contact/build-context.ts';
import { type ClaimedHold, judgeHold, type Person, type ReleaseFacts } from '#flows/holds/judge-release.ts';
import { effectOf, findMinute, withSlot } from '#flows/holds/release-effects.ts';
import type { Reason } from '#rules/contact/decision.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { ReleaseTime, Slot } from '#rules/holds/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A live hold with the facts of its contact. */
export interface HoldToRehearse {
  readonly hold: ClaimedHold;
  readonly row: ContextRow;
}

export interface RehearsalFacts extends Omit<ReleaseFacts, 'now' | 'clockUnsafe'> {
  readonly people: readonly Person[];
  /** The slots of each seller's queue, by the seller's id. */
  readonly queues: ReadonlyMap<string, readonly Slot[]>;
}

/** `returned`: the contact was ready and is not sent (H4). `refused`: a check refuses the contact. `shut`: the store is closed (H7). */
export type FoundMove = 'returned' | 'refused' | 'shut';

/** What happens to a hold at one instant. `reason`: the primary reason of the refusal; null where nothing was decided. */
export type FoundEvent =
  | { readonly kind: 'ready'; readonly at: Instant }
  | {
      readonly kind: 'moved';
      readonly at: Instant;
      readonly toAt: Instant;
      readonly cause: FoundMove;
      readonly reason: Reason | null;
    }
  | { readonly kind: 'ended'; readonly at: Instant; readonly reason: HoldEndReason };

export interface FoundHold extends HoldToRehearse {
  /** The events in their order; empty where the hold's minute is not before the end. */
  readonly events: readonly FoundEvent[];
}

/**
 * Returns what happens to each hold in `[from, to)`, in the order of `holds`. A hold whose minute has passed is judged at
 * `from`. Holds with one minute are judged in the order of their ids, as the dispatcher claims them.
 */
export function rehearseHolds(
  holds: readonly HoldToRehearse[],
  facts: RehearsalFacts,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly FoundHold[] {
  const run = new Run(holds, facts);
  for (let next = run.next(to); next !== null; next = run.next(to)) run.judge(next, Math.max(from, next.hold.dueAt));
  return run.found();
}

interface Running extends HoldToRehearse {
  hold: ClaimedHold;
  readonly events: FoundEvent[];
}

/** The state of one rehearsal: the holds as they change, the minutes that they take, and the contacts that are made. */
class Run {
  readonly #all: readonly Running[];
  readonly #facts: RehearsalFacts;
  readonly #queues: Map<string, readonly Slot[]>;
  readonly #bySeller = new Map<string, Instant[]>();
  readonly #byNumber = new Map<string, Instant[]>();
  /** The running holds, the next one last. */
  #waiting: Running[];

  constructor(holds: readonly HoldToRehearse[], facts: RehearsalFacts) {
    this.#facts = facts;
    this.#queues = new Map(facts.queues);
    this.#all = holds.map((each) => ({ ...each, events: [] }));
    this.#waiting = this.#all.toSorted(laterFirst);
  }

  /** Takes the hold that is due next; null where none is due before `to`. */
  next(to: Instant): Running | null {
    const next = this.#waiting.at(-1);
    if (next === undefined || next.hold.dueAt >= to) return null;
    this.#waiting.pop();
    return next;
  }

  judge(running: Running, now: Instant): void {
    const { hold } = running;
    const person = this.#facts.people.find(({ id }) => id === hold.sellerId);
    const facts = { ...this.#facts, now, clockUnsafe: false };
    const judgeWith = (row: ContextRow) => judgeHold(withPresentRevision(hold, row), row, person, facts);
    // All releases of an instant are judged before a seller can send any of them.
    const judged = judgeWith(this.#rowAt(running, now - 1));
    if (judged === null) return;
    const { release } = judged;
    const store = this.#facts.stores.get(hold.storeId);
    const slots = this.#queues.get(hold.sellerId) ?? [];
    const time = release.kind === 'again' && store ? findMinute({ ...judged, from: release.from }, store, slots) : null;
    const { change } = effectOf(judged, time);
    if (change.kind === 'ready') {
      running.events.push({ kind: 'ready', at: now });
      if (judgeWith(this.#rowAt(running, now))?.release.kind === 'ready') this.#contact(running, now);
      else this.#wait(running, { ...hold, state: 'ready', dueAt: change.until, timingRevision: change.timingRevision });
    } else if (change.kind === 'ended') {
      running.events.push({ kind: 'ended', at: now, reason: change.reason });
    } else if (time !== null) {
      const cause = change.kind === 'returned' ? 'returned' : judged.decision === null ? 'shut' : 'refused';
      running.events.push({ kind: 'moved', at: now, toAt: time.at, cause, reason: judged.decision?.reason ?? null });
      this.#move(running, time, { cause, counts: release.kind === 'again' && release.counts });
    }
  }

  found(): readonly FoundHold[] {
    return this.#all;
  }

  /** Returns the facts of the contact with the contacts that the rehearsal has made up to `until`, the newest first. */
  #rowAt({ hold, row }: Running, until: Instant): ContextRow {
    const made = (contacts: readonly Instant[] = []) => contacts.filter((at) => at <= until);
    const contactedAt = [...made(this.#bySeller.get(hold.sellerId)), ...row.contactedAt];
    const withNumber = row.phone === null ? [] : made(this.#byNumber.get(row.phone));
    const numberContactedAt = [...withNumber, ...row.numberContactedAt];
    return { ...row, contactedAt, numberContactedAt };
  }

  #contact({ hold, row }: Running, at: Instant): void {
    this.#bySeller.set(hold.sellerId, [at, ...(this.#bySeller.get(hold.sellerId) ?? [])]);
    if (row.phone !== null) this.#byNumber.set(row.phone, [at, ...(this.#byNumber.get(row.phone) ?? [])]);
  }

  #move(running: Running, time: ReleaseTime, { cause, counts }: { cause: FoundMove; counts: boolean }): void {
    const { hold, row } = running;
    const slots = this.#queues.get(hold.sellerId) ?? [];
    this.#queues.set(hold.sellerId, withSlot(slots, { ...time, freed: false }));
    this.#wait(running, {
      ...hold,
      state: 'waiting',
      dueAt: time.at,
      promisedAt: time.at,
      openingAt: time.openingAt,
      heldAgain: hold.heldAgain + (counts ? 1 : 0),
      returned: hold.returned || cause === 'returned',
      timingRevision: row.timingRevision,
    });
  }

  #wait(running: Running, hold: ClaimedHold): void {
    running.hold = hold;
    this.#waiting.splice(placeOf(this.#waiting, running), 0, running);
  }
}

/** A ready hold of an earlier timing revision gets the end of its ready time anew within seconds (H6), and is judged then. */
function withPresentRevision(hold: ClaimedHold, { timingRevision }: ContextRow): ClaimedHold {
  return hold.state === 'ready' ? { ...hold, timingRevision } : hold;
}

function laterFirst({ hold: a }: Running, { hold: b }: Running): number {
  return b.dueAt - a.dueAt || (a.id < b.id ? 1 : -1);
}

/** Finds the place in a list that is sorted by `laterFirst`. */
function placeOf(waiting: readonly Running[], running: Running): number {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (laterFirst(waiting[middle] as Running, running) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
