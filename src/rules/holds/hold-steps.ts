/** What happened to a contact that was left for later, step by step, read off what is kept of it (H1–H4, H6). */
import type { Verdict } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A minute that it had, in whose queue, and when it gave it up: null while it has it. */
export interface MinuteKept {
  readonly at: Instant;
  /** The opening it was found by; null: somebody chose it. */
  readonly openingAt: Instant | null;
  readonly sellerId: string;
  readonly freedAt: Instant | null;
}

export interface HoldKept {
  readonly sellerId: string;
  readonly heldAt: Instant;
  readonly promisedAt: Instant;
  readonly openingAt: Instant | null;
  /** The last time that something was to be told of it; null: never. */
  readonly newsAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  /** The manager who passed it on last. */
  readonly passedBy: string | null;
  /** In the order in which they were given up; some may be forgotten. */
  readonly minutes: readonly MinuteKept[];
}

/** A decision on the same attempt. */
export interface JudgedThen {
  readonly at: Instant;
  readonly actor: 'person' | 'machine' | 'release';
  readonly actorId: string;
  readonly verdict: Verdict;
}

/**
 * `kept`: left for later; `until` null where its first minute is not known any more. `ready`: in its seller's list.
 * `again`: its time came and it could not be sent; `shut`: it was late, and the store was shut; `returned`: it was
 * ready and nobody sent it; `retimed`: by a person, `by` null where it is not known who; `moved`: by a change of hours.
 */
export type HoldStep =
  | { readonly kind: 'kept'; readonly at: Instant; readonly until: Instant | null; readonly openingAt: Instant | null }
  | { readonly kind: 'ready'; readonly at: Instant; readonly sellerId: string }
  | { readonly kind: 'again' | 'shut' | 'returned' | 'moved'; readonly at: Instant; readonly until: Instant }
  | { readonly kind: 'retimed'; readonly at: Instant; readonly until: Instant; readonly by: string | null }
  | {
      readonly kind: 'passed';
      readonly at: Instant;
      readonly from: string;
      readonly to: string;
      readonly by: string | null;
    }
  | { readonly kind: 'ended'; readonly at: Instant };

/** Oldest first. A hand-over is no step of its own: what came of the attempt says it. */
export function holdSteps(hold: HoldKept, judged: readonly JudgedThen[]): readonly HoldStep[] {
  const minutes = minutesOf(hold);
  const releases = judged.filter(({ actor, at }) => actor === 'release' && at >= hold.heldAt && isBefore(hold, at));
  const changes = minutes.slice(1).map((next, i) => changeTo(next, minutes[i] as Minute, hold, judged));
  const ready = releases
    .filter(({ verdict }) => verdict === 'allow')
    .map(({ at }): HoldStep => ({ kind: 'ready', at, sellerId: ownerAt(minutes, at) }));
  const { endedAt, endReason } = hold;
  const ended: HoldStep[] = endedAt === null || endReason === 'handed_over' ? [] : [{ kind: 'ended', at: endedAt }];
  return [keptFirst(hold, minutes), ...[...ready, ...changes].toSorted((a, b) => a.at - b.at), ...ended];
}

interface Minute extends MinuteKept {
  /** Since when it had it. */
  readonly since: Instant;
}

/** The last one is known from the hold itself, also where its row was given to another contact since. */
function minutesOf(hold: HoldKept): readonly Minute[] {
  const { heldAt, endedAt, promisedAt, openingAt, sellerId, newsAt } = hold;
  const kept: Minute[] = [];
  for (const minute of hold.minutes) {
    const before = kept.at(-1);
    // Whoever it is passed on to gets it with its time (H4).
    const at = before !== undefined && before.sellerId !== minute.sellerId ? before.at : minute.at;
    kept.push({ ...minute, at, since: before?.freedAt ?? heldAt });
  }
  const last = kept.at(-1);
  const isLast = last?.at === promisedAt && (last.freedAt === null || last.freedAt === endedAt);
  if (last !== undefined && isLast) return [...kept.slice(0, -1), { ...last, openingAt }];
  const since = last === undefined ? heldAt : (last.freedAt ?? newsAt ?? heldAt);
  return [...kept, { at: promisedAt, openingAt, sellerId, freedAt: endedAt, since }];
}

function keptFirst({ heldAt, newsAt, minutes }: HoldKept, [first]: readonly Minute[]): HoldStep {
  const isKnown = minutes.length > 0 || newsAt === null;
  return {
    kind: 'kept',
    at: heldAt,
    until: isKnown ? (first?.at ?? null) : null,
    openingAt: isKnown ? (first?.openingAt ?? null) : null,
  };
}

function changeTo(next: Minute, before: Minute, hold: HoldKept, judged: readonly JudgedThen[]): HoldStep {
  const at = next.since;
  const until = next.at;
  if (next.sellerId !== before.sellerId) {
    const by = next.sellerId === hold.sellerId ? hold.passedBy : null;
    return { kind: 'passed', at, from: before.sellerId, to: next.sellerId, by };
  }
  // The decision that it was left for later by is not one on another minute.
  const then = judged.find((each) => each.at === at && at > hold.heldAt);
  if (then?.actor === 'release') return { kind: 'again', at, until };
  if (then?.actor === 'person') return { kind: 'retimed', at, until, by: then.actorId };
  if (next.openingAt === null) return { kind: 'retimed', at, until, by: null };
  const wasReady = judged.some(
    (each) => each.actor === 'release' && each.verdict === 'allow' && each.at > before.since && each.at < at,
  );
  if (wasReady) return { kind: 'returned', at, until };
  // Hours that change move only what is still to come (H6); what is late moves undecided where the store is shut (H7).
  return { kind: at >= before.at ? 'shut' : 'moved', at, until };
}

function isBefore({ endedAt }: HoldKept, at: Instant): boolean {
  return endedAt === null || at <= endedAt;
}

function ownerAt(minutes: readonly Minute[], at: Instant): string {
  return (minutes.findLast(({ since }) => since <= at) ?? (minutes[0] as Minute)).sellerId;
}
