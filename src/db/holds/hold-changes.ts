/**
 * Writes every step of a held contact that the log records: each change appends an event to `hold_events` and updates
 * the hold, its slot and its attempt. Leases, parking, read news and checked timing revisions are not in the log. Other
 * files set leases and parking; a change here ends the lease, and clears parking unless the hold ends or the hours moved
 * it. `due_at`: for a waiting hold its minute; for a ready hold the instant until which the seller may send.
 */

import type { Tx } from '#db/core/db.ts';
import { isoOf } from '#db/core/sql-values.ts';
import { END_OF, type HoldEndReason, STATE_OF_END } from '#rules/holds/hold.ts';
import type { MoveCause } from '#rules/holds/hold-event.ts';
import { type ChangeRecord, writeHoldChanges } from './hold-change-statement.ts';

/**
 * A minute that a hold gets. `openingAt` null: a person chose the minute; `expiresAt` null: the expiry does not change.
 */
export interface NewMinute {
  readonly at: number;
  readonly openingAt: number | null;
  readonly expiresAt: number | null;
  readonly didNotFit: boolean;
}

/** A change that sets a minute. `timingRevision`: the one under which the minute was computed. */
interface Timed {
  readonly minute: NewMinute;
  readonly timingRevision: number;
}

/**
 * One change of one hold:
 *
 * - `made`: a new hold.
 * - `restored`: an ended hold waits again.
 * - `moved`: the hold gets another minute; `from` is its minute so far. If `counts`, a move by `refused` counts towards
 *   the five moves of H2.
 * - `returned`: the hold was ready and was not sent (H4).
 * - `ready`: the seller may send until `until`.
 * - `passed`: a manager gave the hold to another seller.
 * - `ended`: the hold is over; its seller gets news if `isTold`.
 * - `undone`: the hand-over that ended the hold was not sent (D14).
 */
export type HoldChange = { readonly id: string; readonly at: number } & (
  | (Timed & {
      readonly kind: 'made';
      readonly attemptId: string;
      readonly customerId: string;
      readonly sellerId: string;
      readonly storeId: string;
      readonly origin: 'suggestion' | 'profile';
      readonly by: string;
    })
  | (Timed & { readonly kind: 'restored'; readonly by: string })
  | (Timed & { readonly kind: 'moved'; readonly cause: 'person'; readonly from: number; readonly by: string })
  | (Timed & {
      readonly kind: 'moved';
      readonly cause: Exclude<MoveCause, 'person'>;
      readonly from: number;
      readonly counts: boolean;
    })
  | (Timed & { readonly kind: 'returned'; readonly from: number })
  | { readonly kind: 'ready'; readonly until: number; readonly timingRevision: number }
  | {
      readonly kind: 'passed';
      readonly from: string;
      readonly to: string;
      readonly isWaiting: boolean;
      readonly by: string;
    }
  | { readonly kind: 'ended'; readonly reason: HoldEndReason; readonly by: string | null; readonly isTold: boolean }
  | { readonly kind: 'undone'; readonly by: string }
);

/**
 * Writes the changes. Several changes of one hold need one statement each; changes of different holds share statements.
 * The caller has locked the holds. A change does nothing if the hold is already ended, for example by an earlier change
 * of the list (`restored` and `undone`: if the hold is not ended).
 */
export function applyHoldChanges(tx: Tx, brandId: string, changes: readonly HoldChange[]): void {
  for (let rest = changes; rest.length > 0; ) {
    const first = new Map<string, HoldChange>();
    const later: HoldChange[] = [];
    for (const change of rest) {
      if (first.has(change.id)) later.push(change);
      else first.set(change.id, change);
    }
    tx.send(writeHoldChanges, { brandId, changes: [...first.values()].map(recordOf) });
    rest = later;
  }
}

function recordOf(change: HoldChange): ChangeRecord {
  const { id } = change;
  const common = { id, at: isoOf(change.at), writesNews: true, wasEnded: false, freesSlot: false, lapses: false };
  switch (change.kind) {
    case 'made':
    case 'restored':
    case 'moved':
    case 'returned':
      return { ...common, ...minuteOf(change), ...timedFieldsOf(change) };
    case 'ready': {
      const { kind, until, timingRevision } = change;
      return { ...common, kind, dueAt: isoOf(until), timingRevision, writesNews: false, attemptState: 'ready' };
    }
    case 'passed': {
      const { kind, from: fromSellerId, to: sellerId, by, isWaiting: takesSlot } = change;
      return { ...common, kind, fromSellerId, sellerId, by, news: 'passed_on', freesSlot: true, takesSlot };
    }
    case 'ended': {
      const { kind, reason, by, isTold } = change;
      const ended = { ...common, kind, reason, by, news: isTold ? 'ended' : null, freesSlot: true } as const;
      const endedAs = END_OF[reason];
      return reason === 'handed_over'
        ? { ...ended, endedAs }
        : { ...ended, endedAs, attemptState: STATE_OF_END[endedAs] };
    }
    case 'undone': {
      const cancelled = { kind: 'ended', reason: 'seller', endedAs: 'cancelled' } as const;
      return { ...common, ...cancelled, by: change.by, writesNews: false, wasEnded: true };
    }
  }
}

type TimedChange = Extract<HoldChange, Timed>;

/** Returns the fields of a change that gives its hold a minute, without the minute itself. */
function timedFieldsOf(change: TimedChange): Partial<ChangeRecord> & Pick<ChangeRecord, 'kind'> {
  switch (change.kind) {
    case 'made': {
      const { attemptId, customerId, sellerId, storeId, origin, by } = change;
      return { attemptId, customerId, sellerId, storeId, origin, by, ...didNotFitNews(change), kind: 'held' };
    }
    case 'restored':
      return { ...didNotFitNews(change), kind: 'held', by: change.by, wasEnded: true, attemptState: 'held' };
    case 'moved': {
      const { kind, cause, from } = change;
      const moved = { kind, cause, fromAt: isoOf(from), freesSlot: true };
      if (change.cause === 'person') {
        const { by } = change;
        return { ...moved, news: newsOf(change, null), seenAt: isoOf(change.at), by, attemptState: 'held' };
      }
      return { ...moved, news: newsOf(change, 'moved'), counts: change.counts ? 1 : 0, lapses: cause === 'hours' };
    }
    case 'returned': {
      const { kind, from } = change;
      return { kind, fromAt: isoOf(from), news: newsOf(change, 'returned'), freesSlot: true, attemptState: 'held' };
    }
  }
}

function minuteOf({ minute, timingRevision }: Timed) {
  const until = isoOf(minute.at);
  const openingAt = minute.openingAt === null ? null : isoOf(minute.openingAt);
  const expiresAt = minute.expiresAt === null ? null : isoOf(minute.expiresAt);
  return { until, dueAt: until, openingAt, expiresAt, timingRevision };
}

function newsOf({ minute }: Timed, otherwise: 'moved' | 'returned' | null) {
  return minute.didNotFit ? 'did_not_fit' : otherwise;
}

/**
 * Returns the news that the minute did not fit (P3), as seen, because the same answer tells the seller. Lists still
 * show it later.
 */
function didNotFitNews({ minute, at }: Timed & { readonly at: number }): Pick<ChangeRecord, 'news' | 'seenAt'> {
  return minute.didNotFit ? { news: 'did_not_fit', seenAt: isoOf(at) } : { news: null };
}
