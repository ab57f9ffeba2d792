/** How an attempt waited: each hold of it step by step, with names for who had a hand in it (H5). */
import type { Db } from '#db/core/db.ts';
import { holdsOfAttempt } from '#db/holds/hold-minutes.ts';
import { peopleOf } from '#db/people/people.ts';
import { type HoldStep, holdSteps, type JudgedThen } from '#rules/holds/hold-steps.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import { opensWithStore } from './read-holds.ts';

type Row = NonNullable<(typeof holdsOfAttempt)['row']>;

/** A hold's steps, oldest first; `nameOf` an id of theirs, empty where nobody of the brand has it. */
export interface HoldTold {
  readonly hold: Row;
  readonly steps: readonly HoldStep[];
  readonly opensWithStore: (at: number) => boolean;
  readonly nameOf: (id: string) => string;
}

export async function readHoldSteps(
  reads: Db,
  brandId: string,
  attemptId: string,
  receipts: readonly Receipt[],
): Promise<readonly HoldTold[]> {
  const rows = await reads.run(holdsOfAttempt, { brandId, attemptId });
  if (rows.length === 0) return [];
  const names = new Map((await reads.run(peopleOf, { brandId })).map(({ id, name }) => [id, name]));
  const judged = receipts.map(
    ({ decidedAt: at, actorKind: actor, actorId, verdict }): JudgedThen => ({ at, actor, actorId, verdict }),
  );
  return rows.map((hold) => ({
    hold,
    steps: holdSteps({ ...hold, minutes: minutesOf(hold) }, judged),
    opensWithStore: (at) => opensWithStore(hold, at),
    nameOf: (id) => names.get(id) ?? '',
  }));
}

function minutesOf({ minutesAt, minutesOpeningAt, minutesSellerId, minutesFreedAt }: Row) {
  return minutesAt.map((at, i) => ({
    at,
    openingAt: minutesOpeningAt[i] ?? null,
    sellerId: minutesSellerId[i] as string,
    freedAt: minutesFreedAt[i] ?? null,
  }));
}
